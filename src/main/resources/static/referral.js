// The network of a client: who brought her, whom she brought, as tree, rings, list or seen from above; and paths between two.

import { html, nothing } from 'lit';
import { View, save, csvLine } from '/view.js';
import { address, change, go } from '/place.js';
import { t, number, amount, date } from '/words.js';
import { Network, cut, firstOpen, listed, asTree, asRings, moreOf, MOST_MARKS } from '/tree.js';
import { drawing, Camera, saveSvg, savePng } from '/draw.js';
import '/overview.js';

const MAP = `query Map($root: ID, $asOf: AsOf) {
  networkMap(root: $root, asOf: $asOf) { clients total ids parents names converted netRevenue scores }
}`;
const LOOKS = `query Looks($root: ID, $asOf: AsOf) {
  networkMap(root: $root, asOf: $asOf) { since channels activity owners }
}`;
const ALL = '{ networkMap { clients total ids parents converted netRevenue } }';
const LOOKS_OF_ALL = '{ networkMap { names since channels activity owners scores } }';
const TIERS = `query Tiers($root: ID, $asOf: AsOf) { networkMap(root: $root, asOf: $asOf) { tiers } }`;
const UPLINE = `query Upline($id: ID!, $asOf: AsOf) {
  client(id: $id) { id name upline(asOf: $asOf) { generation client { id name } } }
}`;
const PATH = `query Path($from: ID!, $to: ID!) {
  client(id: $to) { id name }
  referralPath(from: $from, to: $to) {
    nearestCommonReferrer { id } steps { direction client { id name } }
  }
}`;
const NAMES = `{ channels(first: 200) { edges { node { code name } } } staff(first: 200) { edges { node { id name role } } } }`;

const SHAPES = ['tree', 'rings', 'list', 'overview'];
const OTHER = '#99a39f';
const SERIES = ['#0f7b74', '#cf8424', '#4a78c2', '#a3527f', '#6c9638', '#8565b5', '#c4513f', '#3b93b5'];
const COLORS = {
  tier: { VIP: '#b07d12', MAIN: '#0f7b74', REGULAR: '#4a78c2', GENERAL: '#8b9894' },
  activity: { ACTIVE: '#0f7b74', COOLING: '#c29a1f', DORMANT: '#c4673a', LOST: '#8a4f7d', NEVER: OTHER },
};
const COLUMN = { tier: 'tiers', activity: 'activity', channel: 'channels', owner: 'owners' };

const ids = (text) => (text ? text.split(',') : []);

class NetworkView extends View {
  constructor() {
    super();
    this.undos = [];
  }

  get shape() {
    return SHAPES.includes(this.place.shape) ? this.place.shape : this.place.client ? 'tree' : 'overview';
  }

  willUpdate() {
    this.began = performance.now();
    const { client, to, asof } = this.place;
    const asOf = asof ? { valid: asof } : null;
    this.need('names', NAMES);
    if (client) {
      this.need('upline', UPLINE, { id: client, asOf });
    }
    if (client && to) {
      this.need('path', PATH, { from: client, to });
    } else {
      delete this.answers.path;
      delete this.asked.path;
    }
    if (client && to && this.answers.path?.loading) {
      return;
    }
    const root = this.data('path')?.referralPath?.nearestCommonReferrer.id ?? client ?? null;
    const past = root ? asOf : null;
    if (root !== this.mapRoot) {
      delete this.answers.looks;
      delete this.answers.tiers;
      if (!root || !this.network?.at.has(root)) {
        delete this.answers.map;
      }
    }
    this.mapRoot = root;
    // Of everybody the links alone come first: they are drawn while names and colours are on their way.
    this.need('map', root ? MAP : ALL, root ? { root, asOf: past } : {});
    this.need('looks', root ? LOOKS : LOOKS_OF_ALL, root ? { root, asOf: past } : {});
    this.need('tiers', TIERS, { root, asOf: past });
    this.gather();
  }

  /** Puts the answers together: the network, what is kept of it, and what of that is shown. */
  gather() {
    const map = this.data('map')?.networkMap;
    if (!map) {
      this.network = undefined;
      return;
    }
    const looks = this.data('looks')?.networkMap;
    const tiers = this.data('tiers')?.networkMap;
    if (this.mapped !== map) {
      this.mapped = map;
      this.network = new Network(map);
      this.sifted = undefined;
      this.undos = [];
    }
    const network = this.network;
    for (const [name, column] of [...Object.entries(looks ?? {}), ...Object.entries(tiers ?? {})]) {
      if (column.length === network.size) {
        network[name] = column;
      }
    }
    this.sift();
    this.palette();
    const folds = this.folds();
    const path = this.path();
    const root = this.place.client && network.at.has(this.place.client) && !path.length ? network.at.get(this.place.client) : 0;
    const opening = `${root} ${this.sifted}`;
    if (this.opening !== opening || this.opened !== network) {
      this.opening = opening;
      this.opened = network;
      this.first = firstOpen(network, root);
    }
    folds.first = path.length ? new Set() : this.first;
    const { top, marks } = cut(network, root, folds, path.length ? path : [this.place.client].filter(Boolean));
    this.marksUsed = marks;
    this.top = this.shape === 'tree' ? this.withUpline(top) : top;
    this.marks = listed(this.top);
    this.byId = new Map(this.marks.map((mark) => [mark.id, mark]));
    if (!this.byId.has(this.cursor)) {
      this.cursor = top.id;
    }
  }

  path() {
    return this.data('path')?.referralPath?.steps.map((step) => step.client.id) ?? [];
  }

  /** The chain above, as marks before the first. */
  withUpline(top) {
    const { client } = this.data('upline') ?? {};
    if (!client || client.id !== top.id) {
      return top;
    }
    let first = top;
    for (const step of client.upline) {
      const above = { id: step.client.id, name: step.client.name, i: -1, above: true, children: [first], parent: null, level: 1, position: 1, siblings: 1 };
      first.parent = above;
      first = above;
    }
    const lower = (mark, level) => {
      mark.level = level;
      mark.children.forEach((child) => lower(child, level + 1));
    };
    lower(first, 1);
    return first;
  }

  sift() {
    const { from, until, converted, channel, staff } = this.place;
    const wanted = JSON.stringify([from, until, converted, channel, staff, !!this.network.since]);
    if (wanted === this.sifted) {
      return;
    }
    this.sifted = wanted;
    const network = this.network;
    const any = from || until || converted || channel || staff;
    network.sift(any && ((i) => (!from || (network.since?.[i] ?? '') >= from)
      && (!until || (network.since?.[i] ?? '9') <= until)
      && (!converted || network.converted[i])
      && (!channel || network.channels?.[i] === channel)
      && (!staff || network.owners?.[i] === staff)));
  }

  /** Which colour stands for which value. */
  palette() {
    const by = COLUMN[this.place.color] ? this.place.color : this.network.tiers ? 'tier' : 'activity';
    const column = this.network[COLUMN[by]];
    const counts = new Map();
    for (let i = 0; i < this.network.size; i++) {
      if (this.network.fits[i]) {
        const value = column?.[i] ?? null;
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    const values = COLORS[by] ? Object.keys(COLORS[by]).filter((value) => counts.has(value))
      : [...counts.keys()].filter((value) => value !== null).sort((a, b) => counts.get(b) - counts.get(a)).slice(0, SERIES.length);
    const colors = new Map(values.map((value, i) => [value, COLORS[by]?.[value] ?? SERIES[i]]));
    const named = values.reduce((sum, value) => sum + counts.get(value), 0);
    const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
    this.colors = { by, column, colors, counts, values, rest: all - named };
  }

  colorOf(i) {
    return this.colors.colors.get(this.colors.column?.[i] ?? null) ?? OTHER;
  }

  folds() {
    const more = new Map(ids(this.place.more).map((entry) => {
      const at = entry.lastIndexOf(':');
      return [entry.slice(0, at), Number(entry.slice(at + 1))];
    }));
    return { opened: new Set(ids(this.place.opened)), closed: new Set(ids(this.place.closed)), hidden: new Set(ids(this.place.hidden)), more };
  }

  /** Folds differently; the address keeps it, and it can be undone. */
  fold(work) {
    const { opened, closed, hidden, more } = this.place;
    this.undos.push({ opened, closed, hidden, more });
    const folds = this.folds();
    work(folds);
    change({
      opened: [...folds.opened].join(','),
      closed: [...folds.closed].join(','),
      hidden: [...folds.hidden].join(','),
      more: [...folds.more].map(([id, count]) => `${id}:${count}`).join(','),
    });
  }

  undo() {
    const before = this.undos.pop();
    if (before) {
      change({ opened: undefined, closed: undefined, hidden: undefined, more: undefined, ...before });
    }
  }

  open(mark) {
    this.fold((folds) => {
      folds.closed.delete(mark.id);
      folds.opened.add(mark.id);
    });
  }

  close(mark) {
    this.fold((folds) => {
      folds.opened.delete(mark.id);
      folds.closed.add(mark.id);
    });
  }

  more(mark) {
    this.cursor = mark.parent.id;
    this.fold((folds) => moreOf(folds, mark.parent.id));
  }

  hide(id) {
    this.fold((folds) => folds.hidden.add(id));
  }

  choose(id) {
    this.cursor = id;
    change({ sel: id }, { replace: true });
  }

  /** What a click, Enter or Space on a mark does. */
  act(mark) {
    if (mark.more) {
      this.more(mark);
    } else if (mark.above) {
      go('network', { client: mark.id, color: this.place.color, size: this.place.size });
    } else {
      this.choose(mark.id);
    }
  }

  clicked(event) {
    if (this.camera?.dragged) {
      return;
    }
    const fold = event.target.closest('[data-fold]');
    const mark = this.byId.get((fold ?? event.target.closest('[data-id]'))?.dataset[fold ? 'fold' : 'id']);
    if (mark && fold) {
      this.cursor = mark.id;
      (mark.folded ? this.open(mark) : this.close(mark));
    } else if (mark) {
      this.act(mark);
    }
  }

  /** The keys of a tree: right opens or goes in, left folds or goes out, up and down walk, Enter chooses. */
  async pressed(event) {
    const mark = this.byId.get(event.target.closest('[data-id]')?.dataset.id);
    if ((event.ctrlKey || event.metaKey) && event.key === 'z') {
      event.preventDefault();
      this.undo();
      return;
    }
    if (!mark || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const place = this.marks.indexOf(mark);
    const to = {
      ArrowDown: () => this.marks[place + 1],
      ArrowUp: () => this.marks[place - 1],
      Home: () => this.marks[0],
      End: () => this.marks.at(-1),
      ArrowRight: () => (mark.folded ? this.open(mark) : mark.children[0]),
      ArrowLeft: () => (mark.children.length && !mark.above && mark.id !== this.place.client ? this.close(mark) : mark.parent),
      Enter: () => this.act(mark),
      ' ': () => this.act(mark),
      Delete: () => (mark.parent && !mark.more && !mark.above && mark.id !== this.place.client ? this.hide(mark.id) : undefined),
    }[event.key];
    if (!to) {
      return;
    }
    event.preventDefault();
    this.cursor = event.key === 'Delete' ? mark.parent?.id ?? mark.id : mark.id;
    const next = to();
    if (next?.id) {
      this.cursor = next.id;
      this.requestUpdate();
    }
    this.steer = true;
    this.requestUpdate();
  }

  look() {
    const network = this.network;
    const path = new Set(this.path());
    const bySize = this.place.size === 'revenue' ? network.netRevenue : network.scores;
    const most = bySize?.reduce((max, value) => Math.max(max, Number(value) || 0), 0) || 1;
    return {
      name: (mark) => mark.name ?? network.names[mark.i] ?? mark.id,
      below: (mark) => network.below[mark.i],
      color: (mark) => (mark.above ? '#6f7a77' : this.colorOf(mark.i)),
      radius: (mark) => (mark.above ? 4.5 : 4 + 6 * Math.sqrt(Math.max(0, Number(bySize?.[mark.i] ?? 0)) / most)),
      dim: (mark) => (!mark.above && !mark.more && !network.fits[mark.i]) || (path.size > 0 && !path.has(mark.id)),
      chosen: (mark) => mark.id === this.place.sel,
      onPath: (mark) => path.has(mark.id),
      reachable: (mark) => mark.id === this.cursor,
      words: (mark) => this.describe(mark),
    };
  }

  describe(mark) {
    if (mark.above) {
      return t('markAbove', { name: mark.name, id: mark.id });
    }
    const { names, ids: all, below, converted } = this.network;
    return [names[mark.i], all[mark.i], this.colors.column && this.valueName(this.colors.by, this.colors.column[mark.i]),
      t('broughtBelow', { n: number(below[mark.i]) }), converted[mark.i] ? t('converted') : nothing]
      .filter((word) => word && word !== nothing).join(', ');
  }

  valueName(by, value) {
    if (value === null || value === undefined) {
      return t('unknown');
    }
    const names = this.data('names');
    if (by === 'channel') {
      return names?.channels.edges.find(({ node }) => node.code === value)?.node.name ?? value;
    }
    if (by === 'owner') {
      return names?.staff.edges.find(({ node }) => node.id === value)?.node.name ?? value;
    }
    return t(`${by}.${value}`);
  }

  updated() {
    const surface = this.querySelector('svg.stage');
    if (!surface) {
      this.camera = undefined;
      this.fitted = undefined;
    } else if (this.camera?.surface !== surface) {
      this.camera = new Camera(surface);
    }
    if (this.camera && this.layout) {
      const fitted = `${this.shape} ${this.place.client} ${this.place.to} ${this.place.asof}`;
      if (this.fitted !== fitted && this.network) {
        this.fitted = fitted;
        this.camera.fit(this.layout);
        const focus = this.byId.get(this.place.client);
        if (focus && this.shape === 'tree' && this.top !== focus) {
          this.camera.begin(focus);
        }
      }
    }
    if (this.network) {
      performance.measure('kith-network', { start: this.began, end: performance.now() });
    }
    if (this.steer) {
      this.steer = false;
      const element = this.querySelector(`[data-id="${CSS.escape(this.cursor)}"]`);
      element?.focus({ preventScroll: this.shape !== 'list' });
      const mark = this.byId?.get(this.cursor);
      if (this.camera && mark) {
        this.camera.reveal(mark);
      }
    }
  }

  render() {
    const { client, asof } = this.place;
    return html`<div class="network">
      ${this.controls()}
      ${client && this.data('upline') && !this.data('upline').client ? html`<p class="refusal" role="alert">${t('noSuchClient', { id: client })}</p>` : nothing}
      ${client && this.data('upline')?.client ? this.crumbs(this.data('upline').client) : nothing}
      ${this.pathStrip()}
      <div class="both ${this.place.sel ? 'with-panel' : ''}">
        <div class="stage-frame">
          ${this.answers.map?.error ? this.shown('map') : this.network ? this.stage() : html`<p class="quiet loading" role="status">${t('loading')}</p>`}
          ${asof ? html`<p class="then">${t('asOfDay', { on: date(asof) })}</p>` : nothing}
        </div>
        ${this.place.sel ? html`<aside class="panel" aria-label=${t('panel')}>
          <button class="close plain" aria-label=${t('close')} @click=${() => change({ sel: undefined }, { replace: true })}>×</button>
          <kith-client-panel .client=${this.place.sel} .actions=${(chosen) => this.actions(chosen)}></kith-client-panel></aside>` : nothing}
      </div>
      ${this.network && this.shape !== 'overview' ? this.slider() : nothing}
    </div>`;
  }

  controls() {
    const { client, color, size, converted, channel, staff, from, until } = this.place;
    const names = this.data('names');
    const set = (name) => (event) => change({ [name]: event.target.type === 'checkbox' ? event.target.checked : event.target.value });
    const filters = [from, until, converted, channel, staff].filter(Boolean).length;
    return html`<div class="tools">
      <div class="shapes" role="group" aria-label=${t('shape')}>
        ${SHAPES.map((shape) => html`<button aria-pressed=${this.shape === shape ? 'true' : 'false'} ?disabled=${!client && shape !== 'overview'}
          @click=${() => change({ shape })}>${t(`shape.${shape}`)}</button>`)}
      </div>
      <label>${t('colorBy')} <select name="color" @change=${set('color')}>
        ${Object.keys(COLUMN).filter((by) => by !== 'tier' || this.network?.tiers).map((by) => html`<option value=${by} ?selected=${this.colors?.by === by}>${t(by)}</option>`)}
      </select></label>
      <label>${t('sizeBy')} <select name="size" @change=${set('size')}>
        <option value="" ?selected=${size !== 'revenue'}>${t('score')}</option>
        <option value="revenue" ?selected=${size === 'revenue'}>${t('netRevenue')}</option></select></label>
      <details class="drop filters"><summary>${t('filters')}${filters ? html` <b>${filters}</b>` : nothing}</summary>
        <div class="dropped">
          <label>${t('linkedFrom')} <input type="date" name="from" .value=${from ?? ''} @change=${set('from')}></label>
          <label>${t('linkedUntil')} <input type="date" name="until" .value=${until ?? ''} @change=${set('until')}></label>
          <label class="check"><input type="checkbox" name="converted" .checked=${!!converted} @change=${set('converted')}> ${t('convertedOnly')}</label>
          <label>${t('channel')} <select name="channel" @change=${set('channel')}><option value="">${t('all')}</option>
            ${names?.channels.edges.map(({ node }) => html`<option value=${node.code} ?selected=${node.code === channel}>${node.name}</option>`)}</select></label>
          <label>${t('owner')} <select name="staff" @change=${set('staff')}><option value="">${t('all')}</option>
            ${names?.staff.edges.map(({ node }) => html`<option value=${node.id} ?selected=${node.id === staff}>${node.name} · ${t(`role.${node.role}`)}</option>`)}</select></label>
          <button @click=${() => change({ from: '', until: '', converted: '', channel: '', staff: '' })}>${t('noFilter')}</button>
        </div></details>
      ${client ? html`<details class="drop finder"><summary>${t('pathTo')}</summary><div class="dropped">
        <kith-search .label=${t('pathToWhom')} .chosen=${(other) => this.seekPath(other)}></kith-search></div></details>` : nothing}
      <button class="undo" ?disabled=${!this.undos.length} @click=${() => this.undo()}>${t('undo')}</button>
      ${client ? html`<details class="drop exports"><summary>${t('export')}</summary><div class="dropped">
        ${['tree', 'rings'].includes(this.shape) ? html`
          <button name="png" @click=${() => this.attempt(() => savePng(this.camera.surface, this.layout, this.fileName()))}>PNG</button>
          <button name="svg" @click=${() => saveSvg(this.camera.surface, this.layout, this.fileName())}>SVG</button>` : nothing}
        <button name="csv" @click=${() => this.saveCsv()}>CSV</button>
        <button name="link" @click=${() => navigator.clipboard?.writeText(location.href)}>${t('copyLink')}</button></div></details>` : nothing}
    </div>${this.failed()}`;
  }

  seekPath(other) {
    this.querySelector('.finder').open = false;
    change({ to: other.id, opened: '', closed: '', sel: '' });
  }

  crumbs({ id, name, upline }) {
    return html`<nav class="crumbs" aria-label=${t('upline')}><ol>
      ${[...upline].reverse().map((step) => html`<li><a href=${address('network', { client: step.client.id, color: this.place.color })}>${step.client.name}</a></li>`)}
      <li aria-current="true"><strong>${name}</strong> <small>${id}</small>
        ${this.network ? html`<small>${t('broughtBelow', { n: number(this.network.below[this.network.at.get(id) ?? 0]) })}</small>` : nothing}</li></ol></nav>`;
  }

  pathStrip() {
    if (!this.place.to || !this.data('path')) {
      return nothing;
    }
    const { referralPath, client } = this.data('path');
    const end = html`<button class="plain" @click=${() => change({ to: '' })}>${t('endPath')}</button>`;
    if (!referralPath) {
      return html`<p class="path">${t('unrelated', { name: client?.name ?? this.place.to })} ${end}</p>`;
    }
    return html`<div class="path"><strong>${t('path')}</strong><ol>
      ${referralPath.steps.map((step) => html`<li class=${step.direction}>
        ${step.direction === 'START' ? nothing : html`<span class="way" title=${t(`way.${step.direction}`)}>${step.direction === 'UP' ? '↑' : '↓'}<span class="unseen">${t(`way.${step.direction}`)}</span></span>`}
        <button class="plain" @click=${() => this.choose(step.client.id)}>${step.client.name}</button>
        ${step.client.id === referralPath.nearestCommonReferrer.id ? html`<small>${t('meetsAt')}</small>` : nothing}</li>`)}</ol>${end}</div>`;
  }

  stage() {
    const legend = this.legend();
    if (this.shape === 'overview') {
      return html`<kith-overview .network=${this.network} .colors=${this.colors} .paint=${(i) => this.colorOf(i)} .chosen=${(id) => this.choose(id)}
        .focused=${(id) => go('network', { client: id, color: this.place.color })}></kith-overview>${legend}`;
    }
    if (this.shape === 'list') {
      return html`${this.treeGrid()}${legend}`;
    }
    this.layout = this.shape === 'rings' ? asRings(this.top) : asTree(this.top);
    return html`<svg class="stage" @click=${this.clicked} @keydown=${this.pressed} @pointerover=${this.hovered} @pointerout=${this.unhovered} @focusin=${this.focused}>
        <g data-camera>${drawing(this.marks, this.layout, this.look())}</g></svg>
      <div class="zoom"><button aria-label=${t('zoomIn')} @click=${() => this.zoom(1.3)}>+</button>
        <button aria-label=${t('zoomOut')} @click=${() => this.zoom(1 / 1.3)}>−</button>
        <button aria-label=${t('zoomAll')} @click=${() => this.camera.fit(this.layout, 0.05)}>⤢</button></div>
      ${this.card()}
      ${legend}
      ${this.marksUsed >= MOST_MARKS ? html`<p class="then" role="status">${t('fullDrawing', { n: number(MOST_MARKS) })}</p>` : nothing}`;
  }

  zoom(factor) {
    this.camera.zoom(factor);
    this.camera.apply();
  }

  focused(event) {
    const id = event.target.closest?.('[data-id]')?.dataset.id;
    if (id && id !== this.cursor) {
      this.cursor = id;
      this.requestUpdate();
    }
  }

  hovered(event) {
    const id = event.target.closest('.mark')?.dataset.id;
    const mark = id && this.byId.get(id);
    if (mark && !mark.more && !mark.above && event.pointerType !== 'touch') {
      const frame = this.querySelector('.stage-frame').getBoundingClientRect();
      this.over = { mark, x: event.clientX - frame.left, y: event.clientY - frame.top, width: frame.width, height: frame.height };
      this.showCard();
    }
  }

  unhovered(event) {
    if (this.over && !event.relatedTarget?.closest?.('.mark')) {
      this.over = undefined;
      this.showCard();
    }
  }

  card() {
    return html`<div class="card" hidden></div>`;
  }

  /** Fills the card beside the pointer without drawing the network anew. */
  showCard() {
    const card = this.querySelector('.card');
    if (!card) {
      return;
    }
    card.hidden = !this.over;
    if (!this.over) {
      return;
    }
    const { mark, x, y, width, height } = this.over;
    const { network } = this;
    const i = mark.i;
    const lines = [
      [t('below'), number(network.below[i])],
      [t('netRevenue'), amount(network.netRevenue[i])],
      [t('score'), network.scores?.[i] === null ? '' : number(network.scores?.[i], 1)],
      ...['tier', 'activity', 'channel', 'owner'].filter((by) => network[COLUMN[by]]).map((by) => [t(by), this.valueName(by, network[COLUMN[by]][i])]),
      [t('linkedOn'), network.since?.[i] ? date(network.since[i]) : ''],
    ].filter(([, value]) => value);
    const title = document.createElement('strong');
    title.textContent = network.names[i] ?? '';
    const id = document.createElement('small');
    id.textContent = ` ${network.ids[i]}`;
    const list = document.createElement('dl');
    for (const [name, value] of lines) {
      const [dt, dd] = [document.createElement('dt'), document.createElement('dd')];
      dt.textContent = name;
      dd.textContent = value;
      list.append(dt, dd);
    }
    card.replaceChildren(title, id, list);
    card.style.left = `${Math.min(x + 16, width - 250)}px`;
    card.style.top = `${Math.min(y + 14, height - 200)}px`;
  }

  legend() {
    const { by, values, colors, counts, rest } = this.colors;
    return html`<ul class="legend" aria-label=${t('legendOf', { by: t(by) })}>
      ${values.map((value) => html`<li>${swatch(colors.get(value))}${this.valueName(by, value)} <small>${number(counts.get(value))}</small></li>`)}
      ${rest ? html`<li>${swatch(OTHER)}${t(counts.get(null) === rest ? 'unknown' : 'others')} <small>${number(rest)}</small></li>` : nothing}
    </ul>`;
  }

  slider() {
    const since = this.network.since;
    const first = this.place.asof ? this.earliest : since?.reduce((least, day) => (day && day < least ? day : least), '9999');
    if (!first || first > '9998') {
      return nothing;
    }
    this.earliest = this.earliest && this.earliest < first ? this.earliest : first;
    const day = 86_400_000;
    const start = Date.parse(this.earliest);
    const today = new Date().toISOString().slice(0, 10);
    const most = Math.round((Date.parse(today) - start) / day);
    const value = this.place.asof ? Math.round((Date.parse(this.place.asof) - start) / day) : most;
    const dayOf = (at) => new Date(start + at * day).toISOString().slice(0, 10);
    return html`<div class="time"><label for="as-of">${t('asOf')}</label>
      <input id="as-of" type="range" min="0" max=${most} step="1" .value=${String(this.sliding ?? value)}
        aria-valuetext=${date(dayOf(this.sliding ?? value))}
        @input=${(event) => { this.sliding = Number(event.target.value); this.requestUpdate(); }}
        @change=${(event) => { this.sliding = undefined; const at = Number(event.target.value); change({ asof: at >= most ? '' : dayOf(at) }); }}>
      <output for="as-of">${(this.sliding ?? value) >= most ? t('today') : date(dayOf(this.sliding ?? value))}</output>
      ${this.place.asof ? html`<button @click=${() => change({ asof: '' })}>${t('backToToday')}</button>` : nothing}</div>`;
  }

  /** The network as a table that opens and folds, with the same keys. */
  treeGrid() {
    const { network } = this;
    const columns = ['tier', 'activity', 'channel', 'owner'].filter((by) => network[COLUMN[by]]);
    return html`<div class="scroll"><table class="grid" role="treegrid" aria-label=${t('treeOf', { name: network.names[this.top.i] })} @keydown=${this.pressed} @click=${this.clicked} @focusin=${this.focused}>
      <thead><tr><th scope="col">${t('name')}</th><th scope="col">${t('number')}</th><th scope="col" class="n">${t('below')}</th><th scope="col" class="n">${t('netRevenue')}</th>
        <th scope="col" class="n">${t('score')}</th>${columns.map((by) => html`<th scope="col">${t(by)}</th>`)}<th scope="col">${t('linkedOn')}</th></tr></thead>
      <tbody>${this.marks.map((mark) => html`<tr data-id=${mark.id} aria-level=${mark.level} aria-posinset=${mark.position} aria-setsize=${mark.siblings}
          aria-expanded=${mark.count ? (mark.folded ? 'false' : 'true') : nothing} aria-selected=${mark.id === this.place.sel ? 'true' : 'false'}
          tabindex=${mark.id === this.cursor ? 0 : -1} class=${!mark.more && !network.fits[mark.i] ? 'dim' : ''}>
        ${mark.more ? html`<td colspan=${6 + columns.length} class="lv${Math.min(mark.level, 12)}">${t('moreBranches', { n: number(mark.more), clients: number(mark.clients) })}</td>` : html`
        <td class="lv${Math.min(mark.level, 12)}">${mark.count ? html`<span class="twist" data-fold=${mark.id} aria-hidden="true">${mark.folded ? '▸' : '▾'}</span>` : html`<span class="twist"></span>`}${network.names[mark.i]}</td>
        <td>${mark.id}</td><td class="n">${number(network.below[mark.i])}</td><td class="n">${amount(network.netRevenue[mark.i])}</td>
        <td class="n">${network.scores?.[mark.i] === null ? '' : number(network.scores?.[mark.i], 1)}</td>
        ${columns.map((by) => html`<td>${this.valueName(by, network[COLUMN[by]][mark.i])}</td>`)}<td>${network.since?.[mark.i] ? date(network.since[mark.i]) : ''}</td>`}
      </tr>`)}</tbody></table></div>`;
  }

  actions(client) {
    const mark = this.byId?.get(client.id);
    return html`
      ${client.id === this.place.client ? nothing : html`<a class="button" href=${address('network', { client: client.id, shape: this.place.shape, color: this.place.color, size: this.place.size })}>${t('focusHere')}</a>`}
      ${client.id !== this.place.client && this.place.client ? html`<button @click=${() => change({ to: client.id, sel: '' })}>${t('pathToHer')}</button>` : nothing}
      ${mark?.parent && !mark.above && client.id !== this.place.client ? html`<button @click=${() => this.hide(client.id)}>${t('hide')}</button>` : nothing}
      <a class="button" href=${address('record', { referrer: client.id })}>${t('recordReferral')}</a>`;
  }

  fileName() {
    return `kith-${this.place.client}${this.place.asof ? `-${this.place.asof}` : ''}`;
  }

  /** Everyone kept, not only who is drawn. */
  saveCsv() {
    const { network } = this;
    const hidden = this.folds().hidden;
    const gone = new Uint8Array(network.size);
    const head = ['id', 'name', 'referrer_id', 'generation', 'since', 'converted', 'net_revenue', 'below', 'score', 'channel', 'activity', 'owner', 'tier'];
    const lines = [csvLine(head)];
    for (let i = 0; i < network.size; i++) {
      const parent = network.parents[i];
      gone[i] = hidden.has(network.ids[i]) || (parent >= 0 && gone[parent]) ? 1 : 0;
      if (!gone[i] && (network.fits[i] || network.below[i])) {
        lines.push(csvLine([network.ids[i], network.names[i], parent >= 0 ? network.ids[parent] : '', network.depth[i], network.since?.[i],
          network.converted[i], network.netRevenue[i], network.below[i], network.scores?.[i], network.channels?.[i], network.activity?.[i],
          network.owners?.[i], network.tiers?.[i]]));
      }
    }
    save(`${this.fileName()}.csv`, new Blob(['\ufeff', lines.join('\r\n'), '\r\n'], { type: 'text/csv' }));
  }
}

function swatch(color) {
  return html`<svg class="swatch" width="12" height="12" aria-hidden="true"><circle cx="6" cy="6" r="5.5" fill=${color}></circle></svg>`;
}

customElements.define('kith-network', NetworkView);
