// Files in: drop a clinic's exported files, try them dry, watch the import go on, and read which rows were rejected and why.

import { html, nothing } from 'lit';
import { View } from '/view.js';
import { ask, upload, watch } from '/graphql.js';
import { change } from '/place.js';
import { t, number, moment } from '/words.js';

const FILES = ['staff', 'treatments', 'channels', 'channel_spend', 'clients', 'ties', 'visits', 'referrals', 'touchpoints', 'feedback', 'surveys', 'activities', 'attendances'];
const JOB = 'id kind state stage done total message startedBy startedAt endedAt';
const LATEST = `{ jobs(kind: "IMPORT", first: 5) { edges { node { ${JOB} } } } }`;
const ONE = `query Job($id: ID!) { job(id: $id) { ${JOB} } }`;
const PROGRESS = `subscription Progress($id: ID!) { jobProgress(id: $id) { ${JOB} } }`;

class Import extends View {
  constructor() {
    super();
    this.files = [];
    this.dry = true;
  }

  willUpdate() {
    this.need('latest', LATEST);
    if (this.place.job && this.watched !== this.place.job) {
      this.follow(this.place.job);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.watching?.abort();
  }

  take(list) {
    const known = new Map(this.files.map((file) => [file.name, file]));
    [...list].filter((file) => /\.csv$/i.test(file.name)).forEach((file) => known.set(file.name, file));
    this.files = [...known.values()];
    this.requestUpdate();
  }

  dropped(event) {
    event.preventDefault();
    this.over = false;
    this.take(event.dataTransfer.files);
  }

  dragged(event) {
    event.preventDefault();
    if (!this.over) {
      this.over = true;
      this.requestUpdate();
    }
  }

  async start() {
    const started = await this.attempt(() => upload(`/import?dryRun=${this.dry}`, this.files));
    if (started) {
      change({ job: started.job });
    }
  }

  /** Watches a job as it goes on; where the stream breaks, asks now and then. */
  async follow(id) {
    this.watched = id;
    this.job = undefined;
    this.rejects = undefined;
    this.report = undefined;
    this.watching?.abort();
    this.watching = new AbortController();
    const { signal } = this.watching;
    const told = (job) => {
      this.job = job;
      this.requestUpdate();
    };
    try {
      await watch(PROGRESS, { id }, ({ jobProgress }) => told(jobProgress), { signal });
    } catch (broken) {
      if (signal.aborted) {
        return;
      }
    }
    while (!signal.aborted) {
      const { job } = await ask(ONE, { id }).catch(() => ({}));
      if (job) {
        told(job);
      }
      if (!job || job.state !== 'RUNNING') {
        break;
      }
      await new Promise((later) => setTimeout(later, 700));
    }
    if (this.job?.state === 'DONE' && !signal.aborted) {
      await this.readReport(id);
      this.need('latest', LATEST, {}, { again: true });
    }
  }

  async readReport(id) {
    const [report, rejects] = await Promise.all(['', '/rejects.csv'].map((part) => fetch(`/import/${encodeURIComponent(id)}${part}`)));
    this.report = report.ok ? await report.json() : undefined;
    this.rejects = rejects.ok ? rows(await rejects.text()) : [];
    this.requestUpdate();
  }

  render() {
    return html`<section class="board import"><h1>${t('importTitle')}</h1>
      <p class="lead">${t('importLead')}</p>
      <div class="drop-zone ${this.over ? 'over' : ''}" @dragover=${this.dragged} @dragleave=${() => { this.over = false; this.requestUpdate(); }} @drop=${this.dropped}>
        <p><strong>${t('dropHere')}</strong></p>
        <label class="button">${t('chooseFiles')}<input class="unseen" type="file" name="files" accept=".csv,text/csv" multiple @change=${(event) => this.take(event.target.files)}></label>
        <p><small>${FILES.map((name) => `${name}.csv`).join(' · ')}</small></p>
      </div>
      ${this.files.length ? html`<ul class="files">${this.files.map((file) => html`<li>${file.name} <small>${number(file.size / 1024, 1)} KB</small>
        ${FILES.includes(file.name.replace(/\.csv$/i, '')) ? nothing : html`<small class="wrong">${t('unknownFile')}</small>`}
        <button class="plain" aria-label=${t('removeFile', { name: file.name })} @click=${() => { this.files = this.files.filter((one) => one !== file); this.requestUpdate(); }}>×</button></li>`)}</ul>` : nothing}
      <p class="buttons"><label class="check"><input type="checkbox" name="dry" .checked=${this.dry} @change=${(event) => { this.dry = event.target.checked; this.requestUpdate(); }}> ${t('dryRun')}</label>
        <button class="main" name="start" ?disabled=${!this.files.length || this.busy || this.job?.state === 'RUNNING'} @click=${() => this.start()}>${this.dry ? t('tryImport') : t('startImport')}</button></p>
      ${this.failed()}
      ${this.job ? this.progress() : nothing}
      ${this.report ? this.counts() : nothing}
      ${this.rejects ? this.rejected() : nothing}
      <h2>${t('latestImports')}</h2>
      ${this.shown('latest', ({ jobs: { edges } }) => (edges.length ? html`<ul class="plainlist">${edges.map(({ node }) => html`<li><button class="plain" @click=${() => change({ job: node.id })}>${moment(node.startedAt)}</button>
        ${t(`job.${node.state}`)} <small>${node.startedBy}</small></li>`)}</ul>` : html`<p class="quiet">${t('noImports')}</p>`))}
    </section>`;
  }

  progress() {
    const { state, stage, done, total, message } = this.job;
    return html`<div class="progress" role="status"><p><strong>${t(`job.${state}`)}</strong> ${stage ?? ''} ${total ? `${number(done)} / ${number(total)}` : done ? number(done) : ''}</p>
      <progress aria-label=${t('progress')} max=${total ?? 1} value=${state === 'RUNNING' ? (total ? done : nothing) : total ?? 1}></progress>
      ${message ? html`<p>${message}</p>` : nothing}</div>`;
  }

  counts() {
    const { files, total, dryRun } = this.report;
    return html`${dryRun ? html`<p>${t('dryRun')}</p>` : nothing}<div class="scroll"><table><thead><tr><th scope="col">${t('file')}</th><th scope="col" class="n">${t('rows')}</th><th scope="col" class="n">${t('loadedRows')}</th>
        <th scope="col" class="n">${t('unchangedRows')}</th><th scope="col" class="n">${t('rejectedRows')}</th><th scope="col" class="n">${t('remarks')}</th></tr></thead>
      <tbody>${[...files, { ...total, file: t('sum') }].map((one) => html`<tr><th scope="row">${one.file}</th>${[one.rows, one.loaded, one.unchanged, one.rejected, one.remarks].map((n) => html`<td class="n">${number(n)}</td>`)}</tr>`)}</tbody></table></div>`;
  }

  rejected() {
    const [head, ...lines] = this.rejects.length ? this.rejects : [[]];
    return html`<h2>${t('rejects', { n: number(lines.length) })}</h2>
      ${lines.length ? html`<p><a href=${`/import/${encodeURIComponent(this.place.job)}/rejects.csv`} download="rejects.csv">rejects.csv</a></p>
      <div class="scroll"><table><thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
        <tbody>${lines.slice(0, 200).map((line) => html`<tr>${line.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>` : html`<p class="quiet">${t('noRejects')}</p>`}`;
  }
}

/** The rows of a small CSV file. */
function rows(text) {
  const all = [];
  let row = [];
  let cell = '';
  let quoted = false;
  for (const sign of text.replace(/^\ufeff/, '')) {
    if (quoted) {
      if (sign === '"') {
        quoted = false;
      } else {
        cell += sign;
      }
    } else if (sign === '"') {
      quoted = true;
      cell += cell ? '"' : '';
    } else if (sign === ',') {
      row.push(cell);
      cell = '';
    } else if (sign === '\n') {
      all.push([...row, cell]);
      row = [];
      cell = '';
    } else if (sign !== '\r') {
      cell += sign;
    }
  }
  return cell || row.length ? [...all, [...row, cell]] : all;
}

customElements.define('kith-import', Import);
