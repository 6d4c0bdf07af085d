// Who matters and why: the ranking with what each score is made of, key clients that spending hides, whom to ask, and charts.

import { html, svg, nothing } from 'lit';
import { View } from '/view.js';
import { address, change } from '/place.js';
import { t, number, money, percent, moment, compact, said } from '/words.js';
import { HUES } from '/chart.js';

const MEASURES = ['SCORE', 'DOWNSTREAM_VALUE', 'DIRECT_CREDIT', 'CHAIN_CREDIT', 'CONVERTED_REFERRALS', 'CONVERSION', 'PAGE_RANK', 'SPREAD', 'NETWORK_LOSS'];
const IN_MONEY = new Set(['DOWNSTREAM_VALUE', 'DIRECT_CREDIT', 'CHAIN_CREDIT', 'NETWORK_LOSS']);
const PARTS = ['DOWNSTREAM_VALUE', 'CONVERTED_REFERRALS', 'CONVERSION', 'PAGE_RANK'];
const TABS = ['ranking', 'hidden', 'ask', 'charts'];

const RANKING = `query Ranking($by: InfluenceMeasure!, $filter: InfluenceFilter, $after: String) {
  influenceRanking(by: $by, filter: $filter, first: 25, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } basis { asOf n wording rule { version } }
    edges { node { place value score rank client { id name netRevenue { amount currency } downlineSummary { clients } }
      components { name raw percentile weight points } } }
  }
}`;
const NAMES = '{ channels(first: 200) { edges { node { code name } } } influenceRun { id asOf } }';
const HIDDEN = `{ valueMap(members: 8) {
  spendOnly { clients share } combined { clients share } jaccard basis { asOf n wording }
  groups { group clients ownValue { amount currency } referralValue { amount currency } }
  entrants { id name netRevenue { amount currency } influence { score } downlineSummary { clients netRevenue { amount currency } } }
} }`;
const ASK = `query Ask($count: Int!) { askList(count: $count) {
  guarantee basis { asOf n wording }
  entries { place gain spread reason circleSize client { id name } suggestedAsker { strength staff { id name role } } }
  passedOver { reasons client { id name } }
} }`;
const CHANNELS = `{ channelReturn { basis { asOf n wording } channels { channel { code name } firstGeneration allGenerations
  spend { amount } directRevenue { amount currency } chainRevenue { amount currency } costOfFirst { amount currency } costOfAll { amount currency } } } }`;
const GENERATIONS = `query Generations($id: ID!) { client(id: $id) { id name downlineSummary { generations { generation clients converted netRevenue { amount currency } } } } }`;

class InfluenceBoard extends View {
  get tab() {
    return TABS.includes(this.place.tab) ? this.place.tab : 'ranking';
  }

  filter() {
    const { region, channel, from, until, tier } = this.place;
    const filter = {};
    if (region) filter.region = region;
    if (channel) filter.channel = channel;
    if (tier) filter.tier = tier;
    if (from || until) filter.joinedBetween = { from: from || null, to: until || null };
    return Object.keys(filter).length ? filter : null;
  }

  willUpdate() {
    this.need('names', NAMES);
    if (this.tab === 'ranking') {
      this.need('ranking', RANKING, { by: MEASURES.includes(this.place.by) ? this.place.by : 'SCORE', filter: this.filter(), after: this.place.after ?? null });
    } else if (this.tab === 'hidden') {
      this.need('hidden', HIDDEN);
    } else if (this.tab === 'ask') {
      this.need('ask', ASK, { count: Number(this.place.count ?? 10) });
    } else {
      this.need('channelReturn', CHANNELS);
      this.need('top', RANKING, { by: 'SPREAD', filter: null, after: null });
      const top = this.data('top')?.influenceRanking.edges[0]?.node.client.id;
      if (top) {
        this.need('generations', GENERATIONS, { id: top });
      }
    }
  }

  render() {
    return html`<section class="board"><h1>${t('influenceTitle')}</h1>
      ${tabs(TABS, this.tab, 'influenceTab')}
      ${{ ranking: () => this.ranking(), hidden: () => this.hidden(), ask: () => this.ask(), charts: () => this.charts() }[this.tab]()}</section>`;
  }

  ranking() {
    const set = (name) => (event) => change({ [name]: event.target.value, after: '' });
    const by = this.place.by ?? 'SCORE';
    return html`<div class="tools">
        <label>${t('rankBy')} <select name="by" @change=${set('by')}>${MEASURES.map((measure) => html`<option value=${measure} ?selected=${measure === by}>${t(`measure.${measure}`)}</option>`)}</select></label>
        <label>${t('channel')} <select name="channel" @change=${set('channel')}><option value="">${t('all')}</option>
          ${this.data('names')?.channels.edges.map(({ node }) => html`<option value=${node.code} ?selected=${node.code === this.place.channel}>${node.name}</option>`)}</select></label>
        <label>${t('region')} <input name="region" size="10" .value=${this.place.region ?? ''} @change=${set('region')}></label>
        <label>${t('joinedFrom')} <input type="date" name="from" .value=${this.place.from ?? ''} @change=${set('from')}></label>
        <label>${t('linkedUntil')} <input type="date" name="until" .value=${this.place.until ?? ''} @change=${set('until')}></label>
      </div>
      ${partLegend()}
      ${this.shown('ranking', ({ influenceRanking: { edges, pageInfo, basis, totalCount } }) => html`
        <div class="scroll"><table class="rank"><thead><tr><th scope="col" class="n">${t('place')}</th><th scope="col">${t('client')}</th><th scope="col" class="n">${t(`measure.${by}`)}</th>
          <th scope="col">${t('scoreMade')}</th><th scope="col" class="n">${t('below')}</th><th scope="col" class="n">${t('netRevenue')}</th></tr></thead>
        <tbody>${edges.map(({ node }) => html`<tr>
          <td class="n">${node.place}</td>
          <th scope="row"><a href=${address('network', { client: node.client.id, sel: node.client.id })}>${node.client.name}</a> <small>${node.client.id}</small></th>
          <td class="n">${value(by, node.value)}</td>
          <td>${bar(node)}</td>
          <td class="n">${number(node.client.downlineSummary.clients)}</td>
          <td class="n">${money(node.client.netRevenue)}</td></tr>`)}</tbody></table></div>
        ${edges.length ? nothing : html`<p class="quiet">${t('nothingYet')}</p>`}
        <p class="buttons">${this.place.after ? html`<button @click=${() => change({ after: '' })}>${t('toFirst')}</button>` : nothing}
          ${pageInfo.hasNextPage ? html`<button name="next" @click=${() => change({ after: pageInfo.endCursor })}>${t('nextPage')}</button>` : nothing}
          <small>${t('ofClients', { n: number(totalCount) })}</small></p>
        ${basisLine(basis)}`)}`;
  }

  hidden() {
    return html`<p class="lead">${t('hiddenLead')}</p>${this.shown('hidden', ({ valueMap: { groups, entrants, spendOnly, combined, basis } }) => html`
      <div class="tiles">${groups.map((group) => html`<div class="tile"><strong>${t(`group.${group.group}`)}</strong><b>${number(group.clients)}</b>
        <span>${t('ownValue')} ${money(group.ownValue)}</span><span>${t('referralValue')} ${money(group.referralValue)}</span></div>`)}</div>
      <p>${t('hiddenShares', { n: number(combined.clients), spend: percent(spendOnly.share), both: percent(combined.share) })}</p>
      <h2>${t('hiddenClients')}</h2>
      <div class="scroll"><table><thead><tr><th scope="col">${t('client')}</th><th scope="col" class="n">${t('netRevenue')}</th><th scope="col" class="n">${t('below')}</th>
        <th scope="col" class="n">${t('revenueBelow')}</th><th scope="col" class="n">${t('score')}</th></tr></thead>
      <tbody>${entrants.slice(0, 50).map((client) => html`<tr><th scope="row"><a href=${address('network', { client: client.id, sel: client.id })}>${client.name}</a> <small>${client.id}</small></th>
        <td class="n">${money(client.netRevenue)}</td><td class="n">${number(client.downlineSummary.clients)}</td><td class="n">${money(client.downlineSummary.netRevenue)}</td>
        <td class="n">${client.influence ? number(client.influence.score, 1) : ''}</td></tr>`)}</tbody></table></div>
      ${basisLine(basis)}`)}`;
  }

  ask() {
    return html`<p class="lead">${t('askLead')}</p>
      <div class="tools"><label>${t('howMany')} <select name="count" @change=${(event) => change({ count: event.target.value })}>
        ${[5, 10, 20, 50].map((n) => html`<option ?selected=${n === Number(this.place.count ?? 10)}>${n}</option>`)}</select></label></div>
      ${this.shown('ask', ({ askList: { entries, passedOver, guarantee, basis } }) => html`
      <div class="scroll"><table><thead><tr><th scope="col" class="n">${t('place')}</th><th scope="col">${t('client')}</th><th scope="col" class="n">${t('askGain')}</th>
        <th scope="col">${t('askReason')}</th><th scope="col">${t('asker')}</th></tr></thead>
      <tbody>${entries.map((entry) => html`<tr><td class="n">${entry.place}</td>
        <th scope="row"><a href=${address('network', { client: entry.client.id, sel: entry.client.id })}>${entry.client.name}</a> <small>${entry.client.id}</small></th>
        <td class="n">${number(entry.gain, 2)}</td><td><small title=${entry.reason}>${t('askReasonLine', { spread: number(entry.spread, 1), circle: number(entry.circleSize) })}</small></td>
        <td>${entry.suggestedAsker ? html`${entry.suggestedAsker.staff.name} <small>${t(`role.${entry.suggestedAsker.staff.role}`)}</small>` : t('unknown')}</td></tr>`)}</tbody></table></div>
      ${passedOver.length ? html`<details><summary>${t('passedOver', { n: number(passedOver.length) })}</summary><ul class="plainlist">
        ${passedOver.map((one) => html`<li>${one.client.name} <small>${one.client.id} · ${one.reasons.map((reason) => t.optional(`pass.${reason}`) ?? reason).join(', ')}</small></li>`)}</ul></details>` : nothing}
      <p class="quiet" lang="en"><small>${guarantee}</small></p>${basisLine(basis)}`)}`;
  }

  charts() {
    return html`<div class="charts">
      ${this.shown('channelReturn', ({ channelReturn: { channels } }) => {
        const lines = channels.filter((line) => line.allGenerations > 0);
        const name = (line) => line.channel?.name ?? t('unknown');
        const own = (line) => Number(line.directRevenue.amount);
        const chain = (line) => Number(line.chainRevenue.amount);
        return html`<kith-chart .name=${t('chart.channels')} .height=${320}
          .head=${[t('channel'), t('firstGeneration'), t('allGenerations'), t('directRevenue'), t('chainRevenue'), t('costOfFirst'), t('costOfAll')]}
          .rows=${lines.map((line) => [name(line), number(line.firstGeneration), number(line.allGenerations), money(line.directRevenue), money(line.chainRevenue), money(line.costOfFirst), money(line.costOfAll)])}
          .option=${{ legend: { top: 0 }, xAxis: { type: 'value', axisLabel: { formatter: compact } }, yAxis: { type: 'category', inverse: true, data: lines.map(name), axisLabel: { width: 150, overflow: 'truncate' } },
            series: [{ name: t('directRevenue'), type: 'bar', stack: 'one', data: lines.map(own) }, { name: t('chainRevenue'), type: 'bar', stack: 'one', data: lines.map(chain) }] }}></kith-chart>`;
      })}
      ${this.data('generations')?.client ? generations(this.data('generations').client) : nothing}
    </div>`;
  }
}

/** Revenue and clients of each generation below one client. */
export function generations(client) {
  const lines = client.downlineSummary.generations;
  return html`<kith-chart .name=${t('chart.generations', { name: client.name })}
    .head=${[t('generation'), t('clients'), t('convertedClients'), t('netRevenue')]}
    .rows=${lines.map((line) => [String(line.generation), number(line.clients), number(line.converted), money(line.netRevenue)])}
    .option=${{ legend: { top: 0 }, xAxis: { type: 'category', data: lines.map((line) => String(line.generation)) }, yAxis: [{ type: 'value', axisLabel: { formatter: compact } }, { type: 'value', splitLine: { show: false } }],
      series: [{ name: t('netRevenue'), type: 'bar', data: lines.map((line) => Number(line.netRevenue.amount)) },
        { name: t('clients'), type: 'line', yAxisIndex: 1, data: lines.map((line) => line.clients) }] }}></kith-chart>`;
}

function value(by, raw) {
  if (raw === null || raw === undefined) {
    return '';
  }
  return by === 'CONVERSION' ? percent(raw) : number(raw, by === 'PAGE_RANK' ? 3 : IN_MONEY.has(by) ? 0 : 1);
}

/** The points of a score side by side; the bar of a hundred is the whole width. */
export function bar(node) {
  const words = node.components.map((part) => `${t(`measure.${part.name}`)} ${number(part.points, 1)}`).join(', ');
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label=${`${number(node.score, 1)}: ${words}`}>
    <rect width="100" height="10" fill="#eef1ef"></rect>${pieces(node.components)}</svg>`;
}

function pieces(components) {
  let from = 0;
  return PARTS.map((name, i) => {
    const points = components.find((part) => part.name === name)?.points ?? 0;
    const piece = svg`<rect x=${from} width=${points} height="10" fill=${HUES[i]}></rect>`;
    from += points;
    return piece;
  });
}

function partLegend() {
  return html`<ul class="keys">${PARTS.map((name, i) => html`<li><svg class="swatch" width="12" height="12" aria-hidden="true"><rect width="12" height="12" rx="3" fill=${HUES[i]}></rect></svg>${t(`measure.${name}`)}</li>`)}</ul>`;
}

/** What a figure rests on. */
export function basisLine(basis) {
  return html`<p class="basis">${t('basis', { n: number(basis.n), on: moment(basis.asOf), rule: basis.rule?.version ?? '–' })} ${said(basis.wording)}</p>`;
}

/** The parts of a board, told apart in the address. */
export function tabs(names, current, words) {
  return html`<div class="tabs" role="group">${names.map((name) => html`<button aria-pressed=${name === current ? 'true' : 'false'} @click=${() => change({ tab: name, after: '' })}>${t(`${words}.${name}`)}</button>`)}</div>`;
}

const EXPLAINED = `query Explained($id: ID!) { client(id: $id) {
  influence { rated score rank n asOf circle rule { version } downstreamValue { amount currency } directCredit { amount currency } chainCredit { amount currency }
    components { name raw percentile weight points } byBranch(first: 5) { client { id name } value { amount currency } share } }
  networkValueAtRisk { total { amount currency } } } }`;

/** Why one client has her score, for the panel. */
class InfluencePart extends View {
  static properties = { client: {} };

  willUpdate() {
    this.need('part', EXPLAINED, { id: this.client });
  }

  render() {
    return this.shown('part', ({ client: { influence, networkValueAtRisk } }) => (influence ? html`
      <p><b class="big">${number(influence.score, 1)}</b> ${influence.rank ? t('rankOf', { rank: number(influence.rank), n: number(influence.n) }) : t('notRated')}</p>
      ${bar(influence)}
      <table class="tight"><thead><tr><th scope="col">${t('component')}</th><th scope="col" class="n">${t('percentile')}</th><th scope="col" class="n">× ${t('weight')}</th><th scope="col" class="n">${t('points')}</th></tr></thead>
        <tbody>${influence.components.map((part) => html`<tr><th scope="row">${t(`measure.${part.name}`)} <small>${value(part.name, part.raw)}</small></th>
          <td class="n">${number(part.percentile, 1)}</td><td class="n">${number(part.weight, 2)}</td><td class="n">${number(part.points, 1)}</td></tr>`)}
        <tr><th scope="row">${t('sum')}</th><td></td><td></td><td class="n"><b>${number(influence.score, 1)}</b></td></tr></tbody></table>
      <dl class="facts">
        <div><dt>${t('measure.DOWNSTREAM_VALUE')}</dt><dd>${money(influence.downstreamValue)}</dd></div>
        <div><dt>${t('measure.DIRECT_CREDIT')}</dt><dd>${money(influence.directCredit)}</dd></div>
        <div><dt>${t('measure.CHAIN_CREDIT')}</dt><dd>${money(influence.chainCredit)}</dd></div>
        <div><dt>${t('atRisk')}</dt><dd>${money(networkValueAtRisk.total)}</dd></div></dl>
      ${influence.byBranch.length ? html`<h3>${t('byBranch')}</h3><ul class="plainlist">${influence.byBranch.map((branch) => html`<li>
        <a href=${address('network', { client: branch.client.id })}>${branch.client.name}</a> ${money(branch.value)} <small>${percent(branch.share)}</small></li>`)}</ul>` : nothing}
      <p class="basis">${t('basis', { n: number(influence.n), on: influence.asOf ? moment(influence.asOf) : '–', rule: influence.rule.version })}</p>` : html`<p class="quiet">${t('notRated')}</p>`));
  }
}

customElements.define('kith-influence', InfluenceBoard);
customElements.define('kith-influence-part', InfluencePart);
