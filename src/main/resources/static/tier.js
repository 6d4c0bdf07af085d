// Tiers: how clients part, what a change of the rule would do, putting a rule in force, and why one client has her tier.

import { html, nothing } from 'lit';
import { View } from '/view.js';
import { ask } from '/graphql.js';
import { address, change } from '/place.js';
import { t, number, money, percent, moment } from '/words.js';
import { withPassword } from '/password.js';
import '/chart.js';

const WEIGHTS = ['tenure', 'netSpend', 'paidVisits', 'frequency', 'treatments', 'referrals', 'activities', 'feedback', 'credit', 'influence', 'prospects'];
const SHARES = ['vip', 'main', 'regular', 'general'];
const TIERS = ['VIP', 'MAIN', 'REGULAR', 'GENERAL'];
const RULE = `id version createdBy createdAt signedBy signedAt note weights { tenure netSpend paidVisits frequency treatments referrals activities feedback credit influence prospects } shares { vip main regular general } hysteresis minimumClients`;
const STATE = `{ tierDistribution { tier clients clientShare netRevenue { amount currency } valueShare potential }
  tierRun { id number asOf clients leftOut moved gini lorenz { clients value } rule { version } }
  tierRules(first: 10) { edges { node { ${RULE} } } } }`;
const MEMBERS = `query Members($tier: Tier, $after: String) { tierMembers(tier: $tier, first: 15, after: $after) { pageInfo { hasNextPage endCursor } edges { node { tier potential score rank client { id name netRevenue { amount currency } } } } } }`;
const PREVIEW = `query Preview($input: TierRuleInput!) { previewTierRule(input: $input) { asOf n moved notTriedOut tiers { tier before after }
  moves(first: 30) { totalCount pageInfo { hasNextPage } edges { node { from to scoreBefore scoreAfter client { id name } } } } } }`;
const PROPOSE = `mutation Propose($input: TierRuleInput!) { proposeTierRule(input: $input) { ${RULE} } }`;
const SIGN = `mutation Sign($input: SignTierRuleInput!) { signTierRule(input: $input) { version signedBy signedAt } }`;
const RUN = 'mutation Run { startTierRun { id } }';
const JOB = 'query Job($id: ID!) { job(id: $id) { id state message } }';

class Tiers extends View {
  willUpdate() {
    this.need('state', STATE);
    if (this.place.tier) {
      this.need('members', MEMBERS, { tier: this.place.tier, after: this.place.after ?? null });
    }
  }

  again() {
    this.need('state', STATE, {}, { again: true });
  }

  render() {
    return html`<section class="board"><h1>${t('tiersTitle')}</h1>
      ${this.failed()}
      ${this.done ? html`<p class="done" role="status">${this.done}</p>` : nothing}
      ${this.shown('state', (state) => html`
        ${state.tierRun ? this.distribution(state) : html`<p class="quiet">${t('noTierRun')}</p>`}
        <p class="buttons"><button name="run" ?disabled=${this.busy} @click=${() => this.run()}>${t('runTiers')}</button>
        ${state.tierRun ? html`<small>${t('tierRunOf', { n: number(state.tierRun.clients), on: moment(state.tierRun.asOf), rule: state.tierRun.rule.version })}</small>` : nothing}</p>
        ${this.place.tier ? this.members() : nothing}
        ${this.ruleForm(state.tierRules.edges.map((edge) => edge.node))}`)}</section>`;
  }

  distribution({ tierDistribution: shares, tierRun: run }) {
    return html`<div class="scroll"><table class="tiers"><thead><tr><th scope="col">${t('tier')}</th><th scope="col" class="n">${t('clients')}</th><th scope="col" class="n">${t('clientShare')}</th>
        <th scope="col" class="n">${t('netRevenue')}</th><th scope="col" class="n">${t('valueShare')}</th><th scope="col" class="n">${t('potential')}</th></tr></thead>
      <tbody>${shares.map((share) => html`<tr><th scope="row"><a href=${address('tiers', { tier: share.tier })}>${t(`tier.${share.tier}`)}</a></th><td class="n">${number(share.clients)}</td><td class="n">${percent(share.clientShare)}</td>
        <td class="n">${money(share.netRevenue)}</td><td class="n">${percent(share.valueShare)}</td><td class="n">${number(share.potential)}</td></tr>`)}</tbody></table></div>
      <div class="charts">
      <kith-chart .name=${t('chart.tiers')} .head=${[t('tier'), t('clientShare'), t('valueShare')]} .rows=${shares.map((share) => [t(`tier.${share.tier}`), percent(share.clientShare), percent(share.valueShare)])}
        .option=${{ legend: { top: 0 }, xAxis: { type: 'category', data: shares.map((share) => t(`tier.${share.tier}`)) }, yAxis: { type: 'value', axisLabel: { formatter: '{value} %' } },
          series: [{ name: t('clientShare'), type: 'bar', data: shares.map((share) => round(share.clientShare)) }, { name: t('valueShare'), type: 'bar', data: shares.map((share) => round(share.valueShare)) }] }}></kith-chart>
      <kith-chart .name=${t('chart.lorenz', { gini: number(run.gini, 2) })} .head=${[t('lorenzClients'), t('lorenzValue')]} .rows=${run.lorenz.map((point) => [percent(point.clients), percent(point.value)])}
        .option=${{ xAxis: { type: 'value', max: 100, name: t('lorenzClients'), nameLocation: 'middle', nameGap: 26 }, yAxis: { type: 'value', max: 100 }, grid: { left: 8, right: 24, top: 16, bottom: 30, containLabel: true },
          series: [{ name: t('lorenzValue'), type: 'line', showSymbol: false, areaStyle: { opacity: 0.12 }, data: run.lorenz.map((point) => [round(point.clients), round(point.value)]) },
            { name: t('lorenzEven'), type: 'line', showSymbol: false, lineStyle: { type: 'dashed' }, data: [[0, 0], [100, 100]] }] }}></kith-chart></div>`;
  }

  members() {
    return html`<h2>${t('membersOf', { tier: t(`tier.${this.place.tier}`) })}</h2>${this.shown('members', ({ tierMembers: { edges, pageInfo } }) => html`
      <div class="scroll"><table><tbody>${edges.map(({ node }) => html`<tr><td class="n">${number(node.rank)}</td><th scope="row"><a href=${address('network', { client: node.client.id, sel: node.client.id })}>${node.client.name}</a> <small>${node.client.id}</small></th>
        <td class="n">${number(node.score, 1)}</td><td class="n">${money(node.client.netRevenue)}</td><td>${node.potential ? t('potential') : ''}</td></tr>`)}</tbody></table></div>
      ${pageInfo.hasNextPage ? html`<button @click=${() => change({ after: pageInfo.endCursor })}>${t('nextPage')}</button>` : nothing}`)}`;
  }

  /** The rule in force as a form: what is typed can be looked at, proposed and signed. */
  ruleForm(rules) {
    const inForce = rules.find((rule) => rule.signedAt) ?? rules[0];
    if (!inForce) {
      return nothing;
    }
    this.draft ??= { weights: { ...inForce.weights }, shares: { ...inForce.shares } };
    delete this.draft.weights.__typename;
    const sum = WEIGHTS.reduce((total, name) => total + Number(this.draft.weights[name] ?? 0), 0);
    const whole = SHARES.reduce((total, name) => total + Number(this.draft.shares[name] ?? 0), 0);
    const sound = Math.abs(sum - 1) < 0.00005 && Math.abs(whole - 100) < 0.0001;
    const typed = (group, name) => (event) => {
      this.draft[group][name] = Number(event.target.value);
      this.preview = undefined;
      this.requestUpdate();
    };
    return html`<h2>${t('tierRule')} <small>${inForce.signedAt ? t('ruleSigned', { version: inForce.version, by: inForce.signedBy, on: moment(inForce.signedAt) }) : t('ruleUnsigned', { version: inForce.version })}</small></h2>
      <form class="rule" @submit=${(event) => { event.preventDefault(); this.look(); }}>
        <fieldset><legend>${t('tierShares')}</legend>${SHARES.map((name, i) => html`<label>${t(`tier.${TIERS[i]}`)} <input name=${name} type="number" min="0" max="100" step="0.5" .value=${String(this.draft.shares[name])} @input=${typed('shares', name)}></label>`)}
          <output class=${Math.abs(whole - 100) < 0.0001 ? '' : 'wrong'}>${t('sum')} ${number(whole, 1)} / 100</output></fieldset>
        <fieldset><legend>${t('tierWeights')}</legend>${WEIGHTS.map((name) => html`<label>${t(`weight.${name}`)} <input name=${name} type="number" min="0" max="1" step="0.01" .value=${String(this.draft.weights[name])} @input=${typed('weights', name)}></label>`)}
          <output class=${Math.abs(sum - 1) < 0.00005 ? '' : 'wrong'}>${t('sum')} ${number(sum, 4)} / 1</output></fieldset>
        <p class="buttons"><button class="main" name="preview" ?disabled=${!sound || this.busy}>${t('previewRule')}</button>
          <button type="button" @click=${() => { this.draft = undefined; this.preview = undefined; this.requestUpdate(); }}>${t('asInForce')}</button></p>
      </form>
      ${this.preview ? this.previewed() : nothing}
      ${rules.length > 1 ? html`<details><summary>${t('ruleVersions')}</summary><ul class="plainlist">${rules.map((rule) => html`<li>${t('version', { version: rule.version })} · ${rule.createdBy} · ${moment(rule.createdAt)}
        ${rule.signedAt ? html`<small>${t('signedBy', { by: rule.signedBy })}</small>` : html`<button ?disabled=${this.busy} @click=${() => this.sign(rule.version)}>${t('sign')}</button>`}</li>`)}</ul></details>` : nothing}`;
  }

  input() {
    return { weights: this.draft.weights, shares: this.draft.shares };
  }

  async look() {
    this.done = undefined;
    const data = await this.attempt(() => ask(PREVIEW, { input: this.input() }));
    this.preview = data?.previewTierRule;
    this.requestUpdate();
  }

  previewed() {
    const { n, moved, tiers, moves, notTriedOut } = this.preview;
    return html`<div class="preview" role="status"><h3>${t('previewOf', { moved: number(moved), n: number(n) })}</h3>
      <table><thead><tr><th scope="col">${t('tier')}</th><th scope="col" class="n">${t('before')}</th><th scope="col" class="n">${t('after')}</th><th scope="col" class="n">±</th></tr></thead>
      <tbody>${tiers.map((tier) => html`<tr><th scope="row">${t(`tier.${tier.tier}`)}</th><td class="n">${number(tier.before)}</td><td class="n">${number(tier.after)}</td><td class="n">${tier.after > tier.before ? '+' : ''}${number(tier.after - tier.before)}</td></tr>`)}</tbody></table>
      ${moves.edges.length ? html`<details><summary>${t('whoMoves')}</summary><ul class="plainlist">${moves.edges.map(({ node }) => html`<li><a href=${address('network', { client: node.client.id, sel: node.client.id })}>${node.client.name}</a> <small>${node.client.id}</small>
        ${t(`tier.${node.from}`)} → ${t(`tier.${node.to}`)}</li>`)}</ul></details>` : nothing}
      ${notTriedOut.length ? html`<p class="basis">${t('notTriedOut', { names: notTriedOut.join(', ') })}</p>` : nothing}
      <p class="buttons"><button class="main" name="sign" ?disabled=${this.busy} @click=${() => this.proposeAndSign()}>${t('signRule')}</button> <small>${t('signRuleHint')}</small></p></div>`;
  }

  async proposeAndSign() {
    const proposed = await this.attempt(() => ask(PROPOSE, { input: this.input() }));
    if (proposed) {
      await this.sign(proposed.proposeTierRule.version);
    }
  }

  async sign(version) {
    const signed = await this.attempt(() => withPassword(() => ask(SIGN, { input: { version } })));
    if (signed) {
      this.preview = undefined;
      this.draft = undefined;
      this.done = t('ruleNowInForce', { version });
    }
    this.again();
  }

  async run() {
    const started = await this.attempt(() => ask(RUN));
    if (!started) {
      return;
    }
    this.done = t('running');
    this.requestUpdate();
    const ended = await this.attempt(() => finished(started.startTierRun.id));
    this.done = ended?.state === 'DONE' ? t('runDone') : ended?.message;
    this.members && delete this.asked.members;
    this.again();
  }
}

/** Waits for a job by asking now and then. */
export async function finished(id) {
  for (;;) {
    const { job } = await ask(JOB, { id });
    if (!job || job.state !== 'RUNNING') {
      return job;
    }
    await new Promise((later) => setTimeout(later, 400));
  }
}

function round(share) {
  return Math.round((share ?? 0) * 1000) / 10;
}

const EXPLAINED = `query Tier($id: ID!) { tierExplanation(clientId: $id) { tier score percentile next asOf n rule { version }
  cutOffs { tier score } decision { rank potential held }
  criteria { name raw unit percentile weight points lift { to change raw } } } }`;

/** Why one client has her tier and what would lift her, for the panel. */
class TierPart extends View {
  static properties = { client: {} };

  willUpdate() {
    this.need('part', EXPLAINED, { id: this.client });
  }

  render() {
    return this.shown('part', ({ tierExplanation: why }) => (why ? html`
      <p><b class="big">${t(`tier.${why.tier}`)}</b> ${t('scoreOf', { score: number(why.score, 1), rank: number(why.decision.rank), n: number(why.n) })}
        ${why.decision.potential ? html`<span class="state DUE">${t('potential')}</span>` : nothing}${why.decision.held ? html` <small>${t('heldByHysteresis')}</small>` : nothing}</p>
      <table class="tight"><thead><tr><th scope="col">${t('criterion')}</th><th scope="col" class="n">${t('percentile')}</th><th scope="col" class="n">× ${t('weight')}</th><th scope="col" class="n">${t('points')}</th><th scope="col">${t('lift')}</th></tr></thead>
      <tbody>${why.criteria.map((one) => html`<tr><th scope="row">${t(`criterion.${one.name}`)} <small>${number(one.raw, 1)} ${one.unit}</small></th><td class="n">${number(one.percentile, 1)}</td><td class="n">${number(one.weight, 2)}</td><td class="n">${number(one.points, 1)}</td>
        <td>${one.lift ? html`<small>+${number(one.lift.change, 1)} → ${t(`tier.${one.lift.to}`)}</small>` : '–'}</td></tr>`)}</tbody></table>
      <p class="basis">${t('basis', { n: number(why.n), on: moment(why.asOf), rule: why.rule.version })}</p>` : html`<p class="quiet">${t('noTierYet')}</p>`));
  }
}

customElements.define('kith-tiers', Tiers);
customElements.define('kith-tier-part', TierPart);
