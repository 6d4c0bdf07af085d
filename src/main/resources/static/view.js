// What every view of the page shares: plain elements in the page itself, answers that load, refusals said in words.

import { LitElement, html, nothing } from 'lit';
import { ask } from '/graphql.js';
import { t } from '/words.js';

/** An element that renders into the page, so that one stylesheet serves all, and anew when the language changes. */
export class View extends LitElement {
  static properties = { place: { attribute: false } };

  constructor() {
    super();
    this.place = {};
    this.answers = {};
    this.asked = {};
    this.renew = () => this.requestUpdate();
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('kith-language', this.renew);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('kith-language', this.renew);
  }

  /** Asks once for what these variables need; what was asked before stays shown until the answer is there. */
  need(name, query, variables = {}, { again = false } = {}) {
    const question = JSON.stringify([query, variables]);
    if (this.asked[name] === question && !again) {
      return;
    }
    this.asked[name] = question;
    const before = this.answers[name]?.data;
    this.answers[name] = { loading: true, data: before };
    this.requestUpdate();
    ask(query, variables).then(
      (data) => this.answered(name, question, { data }),
      (error) => this.answered(name, question, { error }),
    );
  }

  answered(name, question, answer) {
    if (this.asked[name] === question) {
      this.answers[name] = answer;
      this.requestUpdate();
    }
  }

  /** What was answered, or nothing yet. */
  data(name) {
    return this.answers[name]?.data;
  }

  /** Shows an answer, that it loads, or why it was refused. */
  shown(name, show) {
    const answer = this.answers[name];
    if (answer?.error) {
      return refused(answer.error);
    }
    if (answer?.data) {
      return show(answer.data);
    }
    return html`<p class="quiet loading" role="status">${t('loading')}</p>`;
  }

  /** Does something the server may refuse, and says so where it does. */
  async attempt(work) {
    this.failure = undefined;
    this.busy = true;
    this.requestUpdate();
    try {
      return await work();
    } catch (error) {
      this.failure = error;
      return undefined;
    } finally {
      this.busy = false;
      this.requestUpdate();
    }
  }

  failed() {
    return this.failure ? refused(this.failure) : nothing;
  }
}

/** A refusal in the reader's words, with the sentence of the server. */
export function refused(error) {
  const known = t.optional(`code.${error.code}`);
  return html`<p class="refusal" role="alert">${known ?? error.message}
    ${known && error.message ? html`<small>${error.message}</small>` : nothing}</p>`;
}

/** Hands a file to the reader. */
export function save(name, blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** One line of CSV; cells a spreadsheet would run are made harmless. */
export function csvLine(cells) {
  return cells.map((cell) => {
    const text = cell === null || cell === undefined ? '' : String(cell);
    const safe = typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }).join(',');
}

/** Calls the last of many calls, once they pause. */
export function settle(work, pause = 180) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...values), pause);
  };
}
