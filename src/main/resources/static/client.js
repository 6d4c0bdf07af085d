// Finding clients, and all that is known of one: the panel beside the network, a part from each feature.

import { html, nothing } from 'lit';
import { View, settle } from '/view.js';
import { ask } from '/graphql.js';
import { address, go } from '/place.js';
import { t, date, money, number } from '/words.js';

const FOUND = `query Found($search: String!) {
  clients(search: $search, first: 8) {
    edges { node { id name phone region joinedOn channel { name } referrer { id name } downlineSummary { clients } } }
  }
}`;

/** A box that finds clients as one types; choosing one opens her network, or calls `chosen` where that is given. */
class Search extends View {
  static properties = { chosen: { attribute: false }, label: {}, held: { attribute: false }, big: { type: Boolean } };

  constructor() {
    super();
    this.number = Search.count = (Search.count ?? 0) + 1;
    this.results = [];
    this.at = -1;
    this.seek = settle((text) => this.find(text), 120);
  }

  firstUpdated() {
    if (this.big) {
      this.querySelector('input').focus();
    }
  }

  typed(event) {
    this.text = event.target.value;
    this.open = true;
    if (this.text.trim()) {
      this.seek(this.text.trim());
    } else {
      this.results = [];
      this.searched = undefined;
    }
    this.requestUpdate();
  }

  async find(text) {
    this.running?.abort();
    this.running = new AbortController();
    try {
      const { clients } = await ask(FOUND, { search: text }, { signal: this.running.signal });
      this.results = clients.edges.map((edge) => edge.node);
      this.searched = text;
      this.failure = undefined;
      this.at = -1;
    } catch (error) {
      if (error.name === 'AbortError') {
        return;
      }
      this.results = [];
      this.searched = text;
    }
    this.requestUpdate();
  }

  pressed(event) {
    if (event.isComposing) {
      return;
    }
    const last = this.results.length - 1;
    if (event.key === 'ArrowDown' && last >= 0) {
      this.at = this.at >= last ? 0 : this.at + 1;
    } else if (event.key === 'ArrowUp' && last >= 0) {
      this.at = this.at <= 0 ? last : this.at - 1;
    } else if (event.key === 'Enter' && this.results.length) {
      this.choose(this.results[Math.max(0, this.at)]);
    } else if (event.key === 'Escape') {
      this.open = false;
    } else {
      return;
    }
    event.preventDefault();
    this.requestUpdate();
  }

  choose(client) {
    this.open = false;
    this.at = -1;
    if (this.chosen) {
      this.text = '';
      this.results = [];
      this.chosen(client);
    } else {
      this.text = '';
      this.results = [];
      go('network', { client: client.id });
    }
    this.requestUpdate();
  }

  leave(event) {
    if (!this.contains(event.relatedTarget)) {
      this.open = false;
      this.requestUpdate();
    }
  }

  render() {
    const list = `found-${this.number}`;
    const shown = this.open && this.text?.trim() && this.searched !== undefined;
    return html`<div class="search ${this.big ? 'big' : ''}" @focusout=${this.leave}>
      <input type="search" role="combobox" autocomplete="off" spellcheck="false" enterkeyhint="search"
        aria-label=${this.label ?? t('search')} placeholder=${this.label ?? t('search')}
        aria-autocomplete="list" aria-expanded=${shown ? 'true' : 'false'} aria-controls=${list}
        aria-activedescendant=${shown && this.at >= 0 ? `${list}-${this.at}` : nothing}
        .value=${this.text ?? ''} @input=${this.typed} @keydown=${this.pressed} @focus=${() => { this.open = true; this.requestUpdate(); }}>
      <ul id=${list} role="listbox" aria-label=${t('found')} ?hidden=${!shown || !this.results.length}>
        ${this.results.map((client, i) => html`<li role="option" id="${list}-${i}" aria-selected=${i === this.at ? 'true' : 'false'}
          @pointerdown=${(event) => event.preventDefault()} @click=${() => this.choose(client)}>
          <strong>${client.name}</strong>${client.downlineSummary.clients ? html`<span class="below">${t('broughtBelow', { n: number(client.downlineSummary.clients) })}</span>` : nothing}
          <small>${secondLine(client)}</small></li>`)}
      </ul>
      ${shown && !this.results.length ? html`<p class="nobody" role="status">${t('nobodyFound')}</p>` : nothing}
    </div>`;
  }
}

/** What tells two clients of one name apart. */
export function secondLine(client) {
  return [client.id, client.phone, client.region, client.joinedOn && t('joined', { on: date(client.joinedOn) }),
    client.referrer && t('broughtBy', { name: client.referrer.name })].filter(Boolean).join(' · ');
}

const FIRST = `{ influenceRanking(first: 6) { edges { node { score client { id name downlineSummary { clients } netRevenue { amount currency } } } } } }`;

/** Where one begins: the box, and the people who matter most. */
class Start extends View {
  firstUpdated() {
    this.need('first', FIRST);
  }

  render() {
    return html`<section class="start">
      <h1>${t('startTitle')}</h1>
      <kith-search big></kith-search>
      <p class="quiet">${t('startHint')}</p>
      <h2>${t('startFirst')}</h2>
      ${this.shown('first', ({ influenceRanking }) => influenceRanking.edges.length ? html`<ul class="cards">
        ${influenceRanking.edges.map(({ node }) => html`<li><a href=${address('network', { client: node.client.id })}>
          <strong>${node.client.name}</strong><small>${node.client.id}</small>
          <span>${t('score')} ${number(node.score, 1)}</span>
          <span>${t('broughtBelow', { n: number(node.client.downlineSummary.clients) })}</span>
          <span>${money(node.client.netRevenue)}</span></a></li>`)}</ul>` : html`<p class="quiet">${t('nothingYet')} <a href="#/import">${t('view.import')}</a></p>`)}
    </section>`;
  }
}

const FACTS = `query Facts($id: ID!) {
  client(id: $id) {
    id name phone region joinedOn channel { name } owner { id name role } netRevenue { amount currency }
    referralCode referrer { id name } downlineSummary { clients converted depth netRevenue { amount currency } }
    activity { band daysSince }
  }
}`;

/** The parts of the panel, each from the feature that knows. */
const PARTS = [
  ['influence', () => import('/influence.js'), (client) => html`<kith-influence-part .client=${client}></kith-influence-part>`],
  ['ties', () => import('/touchpoint.js'), (client) => html`<kith-ties-part .client=${client}></kith-ties-part>`],
  ['tier', () => import('/tier.js'), (client) => html`<kith-tier-part .client=${client}></kith-tier-part>`],
  ['rewards', () => import('/reward.js'), (client) => html`<kith-rewards-part .client=${client}></kith-rewards-part>`],
  ['followUps', () => import('/care.js'), (client) => html`<kith-follow-ups-part .client=${client}></kith-follow-ups-part>`],
];

/** All that is known of one client, beside the network. */
class ClientPanel extends View {
  static properties = { client: {}, focused: { type: Boolean }, actions: { attribute: false } };

  constructor() {
    super();
    this.opened = new Set(['influence']);
    this.loaded = new Set();
  }

  willUpdate() {
    if (this.client) {
      this.need('facts', FACTS, { id: this.client });
    }
    for (const [name, load] of PARTS) {
      if (this.opened.has(name) && !this.loaded.has(name)) {
        load().then(() => {
          this.loaded.add(name);
          this.requestUpdate();
        }, () => {});
      }
    }
  }

  toggled(name, event) {
    if (event.target.open) {
      this.opened.add(name);
    } else {
      this.opened.delete(name);
    }
    this.requestUpdate();
  }

  render() {
    return this.shown('facts', ({ client }) => client ? html`
      <h2>${client.name} <small>${client.id}</small></h2>
      <dl class="facts">
        ${fact(t('phone'), client.phone)}
        ${fact(t('channel'), client.channel?.name)}
        ${fact(t('owner'), client.owner?.name)}
        ${fact(t('netRevenue'), money(client.netRevenue))}
        ${fact(t('below'), number(client.downlineSummary.clients))}
        ${fact(t('revenueBelow'), money(client.downlineSummary.netRevenue))}
        ${fact(t('activity'), t(`activity.${client.activity.band}`))}
        ${fact(t('joinedOn'), client.joinedOn && date(client.joinedOn))}
        ${fact(t('code'), client.referralCode)}
      </dl>
      <div class="buttons">${this.actions ? this.actions(client) : nothing}</div>
      ${PARTS.map(([name, , show]) => html`<details ?open=${this.opened.has(name)} @toggle=${(event) => this.toggled(name, event)}>
        <summary>${t(`part.${name}`)}</summary>
        ${this.opened.has(name) && this.loaded.has(name) ? show(client.id) : nothing}</details>`)}`
      : html`<p>${t('nobodyFound')}</p>`);
  }
}

function fact(name, value) {
  return value ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : nothing;
}

customElements.define('kith-search', Search);
customElements.define('kith-start', Start);
customElements.define('kith-client-panel', ClientPanel);
