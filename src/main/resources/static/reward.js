// Rewards: the pack in force and its legal status, approvals with their proof, the ledger, a client's statement, who brought most.

import { html, nothing } from 'lit';
import { View, save } from '/view.js';
import { ask } from '/graphql.js';
import { address, change } from '/place.js';
import { t, number, money, date, moment } from '/words.js';
import { tabs } from '/influence.js';
import { withPassword } from '/password.js';

const TABS = ['pack', 'approvals', 'ledger', 'statement', 'board'];
const ENTRY = `id sequence type kind amount state at availableAt postedBy reason client { id name }
  proof { generation basis side percent friend { id name } base { amount currency } pack packVersion } money { amount currency }`;
const PACKS = `{ packInForce { id name version legalStatus hash signedBy signedAt textChanged }
  packs { name version legalStatus disclaimer fitsPlace hash text percentagesAllowed visitKind windowDays refundWindowDays referrerPercent stepsOrigin steps { from percent }
    kinds { kind perReferral perPeriod period approvalAbove } } }`;
const SIGN = 'mutation Sign($input: SignPackInput!) { signPack(input: $input) { name version signedBy } }';
const UNSIGN = 'mutation Unsign($input: UnsignPackInput!) { unsignPack(input: $input) { name } }';
const APPROVALS = `{ rewardApprovals(status: PENDING, first: 20) { edges { node { id action kind amount money { amount currency } requestedBy requestedAt reason approvalAbove client { id name }
  balance { available { amount currency } availablePoints } proof(first: 5) { edges { node { ${ENTRY} } } } } } } }`;
const APPROVE = 'mutation Approve($input: ApproveRewardInput!) { approveReward(input: $input) { id status } }';
const REJECT = 'mutation Reject($input: RejectRewardInput!) { rejectReward(input: $input) { id status } }';
const LEDGER = `query Ledger($filter: RewardEntryFilter, $after: String) { rewardEntries(filter: $filter, first: 25, after: $after) { pageInfo { hasNextPage endCursor } edges { node { ${ENTRY} } } } }`;
const EXPORT = '{ exportLedger(first: 50000) { csv rows nextAfter } }';
const STATEMENT = `query Statement($id: ID!, $from: Date!, $to: Date!, $after: String) { client(id: $id) { id name
  rewardBalance { available { amount currency } pending { amount currency } redeemed { amount currency } availablePoints pendingPoints }
  rewardStatement(from: $from, to: $to) { from to opening { kind amount } closing { kind amount } entries(after: $after) { pageInfo { hasNextPage endCursor } edges { node { ${ENTRY} } } } } } }`;
const BOARD = `query Board($by: BoardMeasure!, $period: BoardPeriod!) { leaderboard(by: $by, period: $period) { period from to over ties n optedOut
  places(first: 30) { edges { node { place sharedBy client { id name } converted netValue { amount currency } } } } } }`;

class Rewards extends View {
  get tab() {
    return TABS.includes(this.place.tab) ? this.place.tab : 'pack';
  }

  days() {
    const today = new Date();
    return { from: this.place.from || `${today.getFullYear()}-01-01`, to: this.place.to || today.toISOString().slice(0, 10) };
  }

  willUpdate() {
    const { client, after, type } = this.place;
    if (this.tab === 'pack') {
      this.need('packs', PACKS);
    } else if (this.tab === 'approvals') {
      this.need('approvals', APPROVALS);
    } else if (this.tab === 'ledger') {
      this.need('ledger', LEDGER, { filter: type ? { type } : null, after: after ?? null });
    } else if (this.tab === 'statement' && client) {
      this.need('statement', STATEMENT, { id: client, ...this.days(), after: after ?? null });
    } else if (this.tab === 'board') {
      this.need('board', BOARD, { by: this.place.by || 'PEOPLE_CONVERTED', period: this.place.period || 'MONTH' });
    }
  }

  render() {
    return html`<section class="board"><h1>${t('rewardsTitle')}</h1>
      ${tabs(TABS, this.tab, 'rewardTab')}
      ${this.failed()}${this.done ? html`<p class="done" role="status">${this.done}</p>` : nothing}
      ${{ pack: () => this.packs(), approvals: () => this.approvals(), ledger: () => this.ledger(), statement: () => this.statement(), board: () => this.board() }[this.tab]()}</section>`;
  }

  packs() {
    return this.shown('packs', ({ packInForce, packs }) => html`
      ${packInForce ? html`<div class="pack inforce"><h2>${packInForce.name} <small>${t('version', { version: packInForce.version })}</small></h2>
        <p class="legal">${packInForce.legalStatus}</p>
        <p><small>${t('packSigned', { by: packInForce.signedBy, on: moment(packInForce.signedAt) })} · SHA-256 ${packInForce.hash.slice(0, 12)}…</small></p>
        ${packInForce.textChanged ? html`<p class="refusal">${t('packChanged')}</p>` : nothing}
        <p class="buttons"><button ?disabled=${this.busy} @click=${() => this.unsign()}>${t('unsign')}</button></p></div>`
        : html`<p class="lead"><strong>${t('rewardsOff')}</strong> ${t('rewardsOffHint')}</p>`}
      <h2>${t('packs')}</h2>
      ${packs.map((pack) => html`<details class="pack"><summary><strong>${pack.name}</strong> ${t('version', { version: pack.version })} · ${pack.legalStatus}</summary>
        <p>${pack.disclaimer}</p>
        <dl class="facts wide">
          <div><dt>${t('packPays')}</dt><dd>${pack.visitKind ? t(`kind.${pack.visitKind}`) : '–'} ${pack.steps.map((step) => `≥ ${number(step.from)}: ${number(step.percent, 2)} %`).join('; ')}</dd></div>
          <div><dt>${t('packWindow')}</dt><dd>${t('days', { n: number(pack.windowDays) })}</dd></div>
          <div><dt>${t('packRefund')}</dt><dd>${t('days', { n: number(pack.refundWindowDays) })}</dd></div>
          <div><dt>${t('packReferrer')}</dt><dd>${number(pack.referrerPercent, 2)} %</dd></div>
        </dl>
        <div class="scroll"><table><thead><tr><th scope="col">${t('kind')}</th><th scope="col" class="n">${t('perReferral')}</th><th scope="col" class="n">${t('perPeriod')}</th><th scope="col" class="n">${t('approvalAbove')}</th></tr></thead>
          <tbody>${pack.kinds.map((kind) => html`<tr><th scope="row">${t(`kind.${kind.kind}`)}</th><td class="n">${kind.perReferral === null ? '–' : number(kind.perReferral, 2)}</td>
            <td class="n">${kind.perPeriod === null ? '–' : `${number(kind.perPeriod, 2)} / ${t(`period.${kind.period}`)}`}</td><td class="n">${kind.approvalAbove === null ? '–' : number(kind.approvalAbove, 2)}</td></tr>`)}</tbody></table></div>
        <details><summary>${t('packText')}</summary><pre tabindex="0">${pack.text}</pre></details>
        <p class="buttons">${pack.fitsPlace ? html`<button class="main" name="sign" data-pack=${pack.name} ?disabled=${this.busy || packInForce?.hash === pack.hash} @click=${() => this.sign(pack)}>${t('signPack')}</button>`
          : html`<small>${t('packElsewhere')}</small>`}</p></details>`)}`);
  }

  async sign(pack) {
    const signed = await this.attempt(() => withPassword(() => ask(SIGN, { input: { name: pack.name, hash: pack.hash } })));
    this.done = signed ? t('packNowInForce', { name: pack.name }) : undefined;
    this.need('packs', PACKS, {}, { again: true });
  }

  async unsign() {
    const reason = window.prompt(t('unsignWhy'));
    if (reason && await this.attempt(() => withPassword(() => ask(UNSIGN, { input: { reason } })))) {
      this.need('packs', PACKS, {}, { again: true });
    }
  }

  approvals() {
    return this.shown('approvals', ({ rewardApprovals: { edges } }) => (edges.length ? edges.map(({ node }) => html`<article class="pack">
      <h2>${t(`action.${node.action}`)} · ${what(node)} <small><a href=${address('network', { client: node.client.id, sel: node.client.id })}>${node.client.name}</a> ${node.client.id}</small></h2>
      <p>${t('asked', { by: node.requestedBy, on: moment(node.requestedAt) })} ${node.reason ?? ''} <small>${t('needsTwo', { above: number(node.approvalAbove, 2) })} · ${t('balance')} ${money(node.balance.available)}, ${number(node.balance.availablePoints)} ${t('kind.POINTS')}</small></p>
      <h3>${t('proof')}</h3>${entries(node.proof.edges)}
      <p class="buttons"><button class="main" ?disabled=${this.busy} @click=${() => this.decide(() => ask(APPROVE, { input: { approvalId: node.id } }))}>${t('approve')}</button>
        <button ?disabled=${this.busy} @click=${() => this.reject(node)}>${t('reject')}</button></p></article>`) : html`<p class="quiet">${t('nothingWaits')}</p>`));
  }

  async decide(work) {
    if (await this.attempt(() => withPassword(work))) {
      this.need('approvals', APPROVALS, {}, { again: true });
    }
  }

  reject(approval) {
    const reason = window.prompt(t('rejectWhy'));
    return reason && this.decide(() => ask(REJECT, { input: { approvalId: approval.id, reason } }));
  }

  ledger() {
    return html`<div class="tools"><label>${t('entryType')} <select name="type" @change=${(event) => change({ type: event.target.value, after: '' })}><option value="">${t('all')}</option>
        ${['ACCRUAL', 'REVERSAL', 'REDEMPTION', 'CORRECTION'].map((type) => html`<option value=${type} ?selected=${type === this.place.type}>${t(`entry.${type}`)}</option>`)}</select></label>
        <button ?disabled=${this.busy} @click=${() => this.download()}>CSV</button></div>
      ${this.shown('ledger', ({ rewardEntries: { edges, pageInfo } }) => html`${edges.length ? entries(edges) : html`<p class="quiet">${t('ledgerEmpty')}</p>`}
        ${pageInfo.hasNextPage ? html`<button @click=${() => change({ after: pageInfo.endCursor })}>${t('nextPage')}</button>` : nothing}`)}`;
  }

  async download() {
    const data = await this.attempt(() => ask(EXPORT));
    if (data) {
      save('kith-ledger.csv', new Blob(['\ufeff', data.exportLedger.csv], { type: 'text/csv' }));
    }
  }

  statement() {
    const { from, to } = this.days();
    return html`<div class="tools"><kith-search class="grow" .label=${t('statementOfWhom')} .chosen=${(client) => change({ client: client.id, after: '' })}></kith-search>
        <label>${t('from')} <input type="date" .value=${from} @change=${(event) => change({ from: event.target.value })}></label>
        <label>${t('linkedUntil')} <input type="date" .value=${to} @change=${(event) => change({ to: event.target.value })}></label></div>
      ${this.place.client ? this.shown('statement', ({ client }) => (client ? html`<h2>${client.name} <small>${client.id}</small></h2>
        <div class="tiles">${[['available', client.rewardBalance.available], ['pendingBalance', client.rewardBalance.pending], ['redeemed', client.rewardBalance.redeemed]].map(([name, value]) => html`<div class="tile"><span>${t(name)}</span><b>${money(value)}</b></div>`)}
          <div class="tile"><span>${t('kind.POINTS')}</span><b>${number(client.rewardBalance.availablePoints)}</b></div></div>
        <p>${t('opening')}: ${sums(client.rewardStatement.opening)} · ${t('closing')}: ${sums(client.rewardStatement.closing)}</p>
        ${client.rewardStatement.entries.edges.length ? entries(client.rewardStatement.entries.edges) : html`<p class="quiet">${t('ledgerEmpty')}</p>`}` : html`<p class="quiet">${t('nobodyFound')}</p>`)) : nothing}`;
  }

  board() {
    const set = (name) => (event) => change({ [name]: event.target.value });
    return html`<div class="tools"><label>${t('rankBy')} <select name="by" @change=${set('by')}>${['PEOPLE_CONVERTED', 'NET_VALUE'].map((by) => html`<option value=${by} ?selected=${by === this.place.by}>${t(`boardBy.${by}`)}</option>`)}</select></label>
        <label>${t('period')} <select name="period" @change=${set('period')}>${['MONTH', 'QUARTER'].map((one) => html`<option value=${one} ?selected=${one === this.place.period}>${t(`period.${one}`)}</option>`)}</select></label></div>
      ${this.shown('board', ({ leaderboard: board }) => html`<h2>${board.period} <small>${date(board.from)} – ${date(board.to)}${board.over ? '' : ` · ${t('notOver')}`}</small></h2>
        <div class="scroll"><table><thead><tr><th scope="col" class="n">${t('place')}</th><th scope="col">${t('client')}</th><th scope="col" class="n">${t(`boardBy.${this.place.by || 'PEOPLE_CONVERTED'}`)}</th></tr></thead>
        <tbody>${board.places.edges.map(({ node }) => html`<tr><td class="n">${node.place}</td><th scope="row"><a href=${address('network', { client: node.client.id, sel: node.client.id })}>${node.client.name}</a> <small>${node.client.id}</small></th>
          <td class="n">${node.netValue ? money(node.netValue) : number(node.converted)}</td></tr>`)}</tbody></table></div>
        <p class="basis">${board.ties} ${t('boardBasis', { n: number(board.n), out: number(board.optedOut) })}</p>`)}`;
  }
}

function what(entry) {
  return entry.money ? money(entry.money) : `${number(entry.amount, 2)} ${t(`kind.${entry.kind}`)}`;
}

function sums(list) {
  return list.map((sum) => `${t(`kind.${sum.kind}`)} ${number(sum.amount, 2)}`).join(', ') || '0';
}

/** Lines of the ledger, each with what it rests on. */
function entries(edges) {
  return html`<div class="scroll"><table><thead><tr><th scope="col" class="n">№</th><th scope="col">${t('when')}</th><th scope="col">${t('client')}</th><th scope="col">${t('entryType')}</th><th scope="col" class="n">${t('amount')}</th><th scope="col">${t('proof')}</th></tr></thead>
    <tbody>${edges.map(({ node }) => html`<tr><td class="n">${number(node.sequence)}</td><td>${date(node.at)}</td><th scope="row"><a href=${address('network', { client: node.client.id, sel: node.client.id })}>${node.client.name}</a> <small>${node.client.id}</small></th>
      <td>${t(`entry.${node.type}`)} <small>${t(`entryState.${node.state}`)}</small></td><td class="n">${what(node)}</td>
      <td><small>${node.proof ? t('proofLine', { friend: node.proof.friend.name, base: money(node.proof.base), percent: node.proof.percent ?? '–', pack: `${node.proof.pack} ${node.proof.packVersion}` }) : node.reason ?? node.postedBy}</small></td></tr>`)}</tbody></table></div>`;
}

const PART = `query Rewards($id: ID!) { client(id: $id) { rewardBalance { available { amount currency } pending { amount currency } redeemed { amount currency } availablePoints recognitions }
  rewardEntries(first: 6) { edges { node { ${ENTRY} } } } } }`;

/** What one client has earned, for the panel. */
class RewardsPart extends View {
  static properties = { client: {} };

  willUpdate() {
    this.need('part', PART, { id: this.client });
  }

  render() {
    return this.shown('part', ({ client: { rewardBalance, rewardEntries } }) => html`<dl class="facts">
        <div><dt>${t('available')}</dt><dd>${money(rewardBalance.available)}</dd></div><div><dt>${t('pendingBalance')}</dt><dd>${money(rewardBalance.pending)}</dd></div>
        <div><dt>${t('redeemed')}</dt><dd>${money(rewardBalance.redeemed)}</dd></div><div><dt>${t('kind.POINTS')}</dt><dd>${number(rewardBalance.availablePoints)}</dd></div></dl>
      <ul class="plainlist">${rewardEntries.edges.map(({ node }) => html`<li>${date(node.at)} ${t(`entry.${node.type}`)} ${what(node)}</li>`)}</ul>
      <a href=${address('rewards', { tab: 'statement', client: this.client })}>${t('fullStatement')}</a>`);
  }
}

customElements.define('kith-rewards', Rewards);
customElements.define('kith-rewards-part', RewardsPart);
