// The staff board: who holds which clients, what a departure would take along, what is due, and whose complaint presses.

import { html, nothing } from 'lit';
import { View } from '/view.js';
import { ask } from '/graphql.js';
import { address, change } from '/place.js';
import { t, number, money, percent, date, moment } from '/words.js';
import { tabs } from '/influence.js';
import { coverageRow } from '/touchpoint.js';
import '/chart.js';

const TABS = ['ties', 'departure', 'due', 'complaints'];
const STAFF = `{ staff(first: 200) { edges { node { id name role activeTo standing { level capacity load } } } } activityBands { band clients insideCycle netRevenue { amount currency } } }`;
const HELD = `query Held($id: ID!) { staffDeparture(staffId: $id) {
  staff { id name role } asOf clientsExposed dependence soleContactClients clientsOwned value { amount currency }
  clients(first: 20) { edges { node { strength dependence sole client { id name netRevenue { amount currency }
    coverage { stages { stage strength } roles { role met strength } weakest { role } } } } } } } }`;
const LEAVING = `query Leaving($id: ID!) { staffDeparture(staffId: $id) {
  staff { id name role } asOf rule delta clientsExposed dependence soleContactClients clientsOwned
  value { amount currency } valueAtRisk { amount currency } networkValueAtRisk { amount currency }
  clients(first: 20) { totalCount edges { node { strength dependence sole netRevenue { amount currency } valueAtRisk { amount currency } networkLoss { amount currency } client { id name } } } }
  handover(limit: 30) { assignments { client { id name } to { id name role } strength } unassigned { id } } } }`;
const DUE = `query Due($staff: ID, $overdue: Boolean, $after: String) { followUps(staff: $staff, overdue: $overdue, first: 25, after: $after) {
  pageInfo { hasNextPage endCursor } edges { node { id step dueAt state client { id name } owner { id name } } } } }`;
const DONE = 'mutation Done($input: CompleteFollowUpInput!) { completeFollowUp(input: $input) { id state } }';
const COMPLAINTS = `query Complaints($after: String) { complaints(first: 20, after: $after) { pageInfo { hasNextPage endCursor } edges { node {
  exposure { amount currency } hoursLeft priority hearFirst(first: 3) { relations client { id name } worth { amount currency } }
  feedback { id topic severity openedAt handler { name } firstResponse { state dueAt } solution { state dueAt } client { id name } } } } } }`;

class StaffBoard extends View {
  get tab() {
    return TABS.includes(this.place.tab) ? this.place.tab : 'ties';
  }

  get staff() {
    return this.place.staff ?? this.data('staff')?.staff.edges[0]?.node.id;
  }

  willUpdate() {
    this.need('staff', STAFF);
    if (this.tab === 'ties' && this.staff) {
      this.need('held', HELD, { id: this.staff });
    } else if (this.tab === 'departure' && this.staff) {
      this.need('leaving', LEAVING, { id: this.staff });
    } else if (this.tab === 'due') {
      this.need('due', DUE, { staff: this.place.staff ?? null, overdue: this.place.overdue ? true : null, after: this.place.after ?? null });
    } else if (this.tab === 'complaints') {
      this.need('complaints', COMPLAINTS, { after: this.place.after ?? null });
    }
  }

  render() {
    return html`<section class="board"><h1>${t('staffTitle')}</h1>
      ${tabs(TABS, this.tab, 'staffTab')}
      ${{ ties: () => this.ties(), departure: () => this.departure(), due: () => this.due(), complaints: () => this.complaints() }[this.tab]()}</section>`;
  }

  picker(everybody) {
    return html`<label>${t('staffMember')} <select name="staff" @change=${(event) => change({ staff: event.target.value, after: '' })}>
      ${everybody ? html`<option value="">${t('all')}</option>` : nothing}
      ${this.data('staff')?.staff.edges.map(({ node }) => html`<option value=${node.id} ?selected=${node.id === (everybody ? this.place.staff : this.staff)}>${node.name} · ${t(`role.${node.role}`)}</option>`)}</select></label>`;
  }

  ties() {
    return html`<div class="tools">${this.picker(false)}</div>
      ${this.shown('held', ({ staffDeparture: held }) => html`
        <div class="tiles">${tile(t('clientsKnown'), number(held.clientsExposed))}${tile(t('clientsOwned'), number(held.clientsOwned))}
          ${tile(t('soleContact'), number(held.soleContactClients))}${tile(t('dependenceSum'), number(held.dependence, 1))}${tile(t('revenueKnown'), money(held.value))}</div>
        <h2>${t('tiesOf', { name: held.staff.name })}</h2>
        <div class="scroll"><table><thead><tr><th scope="col">${t('client')}</th><th scope="col" class="n">${t('tie')}</th><th scope="col" class="n">${t('dependence')}</th><th scope="col" class="n">${t('netRevenue')}</th><th scope="col">${t('coverage')}</th></tr></thead>
        <tbody>${held.clients.edges.map(({ node }) => html`<tr><th scope="row"><a href=${address('network', { client: node.client.id, sel: node.client.id })}>${node.client.name}</a> <small>${node.client.id}${node.sole ? ` · ${t('onlyShe')}` : ''}</small></th>
          <td class="n">${number(node.strength, 2)}</td><td class="n">${percent(node.dependence, 0)}</td><td class="n">${money(node.client.netRevenue)}</td><td>${coverageRow(node.client.coverage)}</td></tr>`)}</tbody></table></div>`)}
      ${this.data('staff') ? this.bands(this.data('staff').activityBands) : nothing}`;
  }

  bands(bands) {
    return html`<kith-chart .name=${t('chart.activity')} .head=${[t('activity'), t('clients'), t('insideCycle'), t('netRevenue')]}
      .rows=${bands.map((band) => [t(`activity.${band.band}`), number(band.clients), number(band.insideCycle), money(band.netRevenue)])}
      .option=${{ xAxis: { type: 'category', data: bands.map((band) => t(`activity.${band.band}`)) }, yAxis: { type: 'value' },
        series: [{ name: t('clients'), type: 'bar', data: bands.map((band) => band.clients) }] }}></kith-chart>`;
  }

  departure() {
    return html`<p class="lead">${t('departureLead')}</p><div class="tools">${this.picker(false)}</div>
      ${this.shown('leaving', ({ staffDeparture: leaving }) => html`
        <div class="tiles">${tile(t('clientsKnown'), number(leaving.clientsExposed))}${tile(t('soleContact'), number(leaving.soleContactClients))}
          ${tile(t('valueAtRisk'), money(leaving.valueAtRisk))}${tile(t('networkAtRisk'), money(leaving.networkValueAtRisk))}</div>
        <div class="halves"><div><h2>${t('mostAtRisk')}</h2>
        <div class="scroll"><table><thead><tr><th scope="col">${t('client')}</th><th scope="col" class="n">${t('dependence')}</th><th scope="col" class="n">${t('valueAtRisk')}</th><th scope="col" class="n">${t('networkLoss')}</th></tr></thead>
        <tbody>${leaving.clients.edges.map(({ node }) => html`<tr><th scope="row"><a href=${address('network', { client: node.client.id, sel: node.client.id })}>${node.client.name}</a> <small>${node.client.id}</small></th>
          <td class="n">${percent(node.dependence, 0)}</td><td class="n">${money(node.valueAtRisk)}</td><td class="n">${money(node.networkLoss)}</td></tr>`)}</tbody></table></div></div>
        <div><h2>${t('handover')}</h2><div class="scroll"><table><thead><tr><th scope="col">${t('client')}</th><th scope="col">${t('goesTo')}</th><th scope="col" class="n">${t('tie')}</th></tr></thead>
        <tbody>${leaving.handover.assignments.map((one) => html`<tr><th scope="row">${one.client.name} <small>${one.client.id}</small></th><td>${one.to.name} <small>${t(`role.${one.to.role}`)}</small></td><td class="n">${number(one.strength, 2)}</td></tr>`)}</tbody></table></div>
        ${leaving.handover.unassigned.length ? html`<p>${t('unassigned', { n: number(leaving.handover.unassigned.length) })}</p>` : nothing}</div></div>
        <p class="basis">${t('departureBasis', { rule: leaving.rule, on: moment(leaving.asOf), delta: number(leaving.delta, 4), n: number(leaving.clientsExposed) })}</p>`)}`;
  }

  due() {
    return html`<div class="tools">${this.picker(true)}
        <label class="check"><input type="checkbox" name="overdue" .checked=${!!this.place.overdue} @change=${(event) => change({ overdue: event.target.checked, after: '' })}> ${t('overdueOnly')}</label></div>
      ${this.failed()}
      ${this.shown('due', ({ followUps: { edges, pageInfo } }) => html`
        <div class="scroll"><table><thead><tr><th scope="col">${t('client')}</th><th scope="col">${t('step')}</th><th scope="col">${t('dueAt')}</th><th scope="col">${t('state')}</th><th scope="col">${t('owner')}</th><th scope="col">${t('outcome')}</th></tr></thead>
        <tbody>${edges.map(({ node }) => html`<tr><th scope="row"><a href=${address('network', { client: node.client.id, sel: node.client.id })}>${node.client.name}</a> <small>${node.client.id}</small></th>
          <td>${node.step}</td><td>${moment(node.dueAt)}</td><td><span class="state ${node.state}">${t(`followUp.${node.state}`)}</span></td><td>${node.owner?.name ?? t('nobody')}</td>
          <td>${this.outcome(node)}</td></tr>`)}</tbody></table></div>
        ${edges.length ? nothing : html`<p class="quiet">${t('nothingDue')}</p>`}
        ${pageInfo.hasNextPage ? html`<button @click=${() => change({ after: pageInfo.endCursor })}>${t('nextPage')}</button>` : nothing}`)}`;
  }

  outcome(followUp) {
    const by = followUp.owner?.id ?? this.place.staff;
    return by ? html`<select aria-label=${t('outcomeFor', { name: followUp.client.name })} ?disabled=${this.busy} @change=${(event) => this.complete(followUp, by, event.target.value)}>
      <option value="">–</option>${['SATISFIED', 'CONCERN', 'NOT_REACHED', 'DECLINED', 'NOT_NEEDED'].map((one) => html`<option value=${one}>${t(`outcome.${one}`)}</option>`)}</select>`
      : html`<small>${t('chooseStaff')}</small>`;
  }

  async complete(followUp, staffId, outcome) {
    if (outcome && await this.attempt(() => ask(DONE, { input: { followUpId: followUp.id, staffId, outcome } }))) {
      this.need('due', DUE, { staff: this.place.staff ?? null, overdue: this.place.overdue ? true : null, after: this.place.after ?? null }, { again: true });
    }
  }

  complaints() {
    return html`<p class="lead">${t('complaintsLead')}</p>${this.shown('complaints', ({ complaints: { edges, pageInfo } }) => html`
      <div class="scroll"><table><thead><tr><th scope="col">${t('client')}</th><th scope="col">${t('topic')}</th><th scope="col" class="n">${t('severity')}</th><th scope="col" class="n">${t('exposure')}</th>
        <th scope="col">${t('firstResponse')}</th><th scope="col">${t('solution')}</th><th scope="col">${t('handler')}</th><th scope="col">${t('hearFirst')}</th></tr></thead>
      <tbody>${edges.map(({ node }) => html`<tr><th scope="row"><a href=${address('network', { client: node.feedback.client.id, sel: node.feedback.client.id })}>${node.feedback.client.name}</a> <small>${node.feedback.client.id}</small></th>
        <td>${node.feedback.topic ?? '–'}<br><small>${moment(node.feedback.openedAt)}</small></td><td class="n">${node.feedback.severity}</td><td class="n">${money(node.exposure)}</td>
        <td>${clock(node.feedback.firstResponse)}</td><td>${clock(node.feedback.solution)}</td><td>${node.feedback.handler?.name ?? t('nobody')}</td>
        <td>${node.hearFirst.map((one) => html`<small class="line">${one.client.name} ${money(one.worth)}</small>`)}</td></tr>`)}</tbody></table></div>
      ${edges.length ? nothing : html`<p class="quiet">${t('noComplaints')}</p>`}
      ${pageInfo.hasNextPage ? html`<button @click=${() => change({ after: pageInfo.endCursor })}>${t('nextPage')}</button>` : nothing}`)}`;
  }
}

function clock(deadline) {
  return html`<span class="state ${deadline.state}">${t(`clock.${deadline.state}`)}</span> <small class="line">${moment(deadline.dueAt)}</small>`;
}

/** A number worth a glance. */
export function tile(name, value) {
  return html`<div class="tile"><span>${name}</span><b>${value}</b></div>`;
}

const FOLLOW_UPS = `query FollowUps($id: ID!) { client(id: $id) { followUps(first: 10) { edges { node { id step dueAt state outcome owner { name } doneBy { name } } } }
  feedback(first: 5) { edges { node { id kind topic severity openedAt closedAt } } } } }`;

/** What is to be done for one client, for the panel. */
class FollowUpsPart extends View {
  static properties = { client: {} };

  willUpdate() {
    this.need('part', FOLLOW_UPS, { id: this.client });
  }

  render() {
    return this.shown('part', ({ client: { followUps, feedback } }) => html`
      ${followUps.edges.length ? html`<ul class="plainlist">${followUps.edges.map(({ node }) => html`<li><span class="state ${node.state}">${t(`followUp.${node.state}`)}</span> ${node.step} · ${date(node.dueAt)}
        <small>${node.outcome ? t(`outcome.${node.outcome}`) : ''} ${node.doneBy?.name ?? node.owner?.name ?? ''}</small></li>`)}</ul>` : html`<p class="quiet">${t('nothingDue')}</p>`}
      ${feedback.edges.length ? html`<h3>${t('feedback')}</h3><ul class="plainlist">${feedback.edges.map(({ node }) => html`<li>${t(`feedback.${node.kind}`)} ${node.topic ?? ''} <small>${date(node.openedAt)}${node.closedAt ? '' : ` · ${t('stillOpen')}`}</small></li>`)}</ul>` : nothing}`);
  }
}

customElements.define('kith-staff', StaffBoard);
customElements.define('kith-follow-ups-part', FollowUpsPart);
