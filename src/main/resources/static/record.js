// Recording a referral: a friend who is new or known, and a referrer named before or after the sale.

import { html, nothing } from 'lit';
import { View } from '/view.js';
import { ask } from '/graphql.js';
import { address } from '/place.js';
import { t, date } from '/words.js';

const ONE = 'query One($id: ID!) { client(id: $id) { id name referrer { id name } } }';
const LISTS = '{ channels(first: 200) { edges { node { code name } } } }';
const RECORD = `mutation Record($input: RecordReferralInput!) { recordReferral(input: $input) { id status occurredOn referrer { id name } referred { id name } } }`;
const ATTRIBUTE = `mutation Attribute($input: AttributeReferralInput!) { attributeReferral(input: $input) { id status occurredOn afterFirstVisit referrer { id name } referred { id name } } }`;

class Record extends View {
  constructor() {
    super();
    this.isNew = true;
    this.by = 'client';
  }

  willUpdate() {
    this.need('lists', LISTS);
    for (const role of ['referrer', 'friend']) {
      if (this.place[role] && this.placed !== JSON.stringify(this.place)) {
        ask(ONE, { id: this.place[role] }).then(({ client }) => {
          this[role] = client;
          this.isNew = role === 'friend' ? false : this.isNew;
          this.requestUpdate();
        }, () => {});
      }
    }
    this.placed = JSON.stringify(this.place);
  }

  choose(role, id) {
    ask(ONE, { id }).then(({ client }) => {
      this[role] = client;
      this.requestUpdate();
    }, () => {});
  }

  async send(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const text = (name) => form.get(name)?.trim() || null;
    const who = this.by === 'code' ? { code: text('code') } : { referrerId: this.referrer?.id };
    const common = { ...who, occurredOn: text('on'), channel: text('channel'), idempotencyKey: (this.key ??= crypto.randomUUID()) };
    const data = await this.attempt(() => (this.isNew
      ? ask(RECORD, { input: { ...common, newClient: { name: text('name'), phone: text('phone'), region: text('region') } } })
      : this.late
        ? ask(ATTRIBUTE, { input: { ...common, referredId: this.friend?.id, reason: text('reason') } })
        : ask(RECORD, { input: { ...common, referredId: this.friend?.id } })));
    this.key = undefined;
    if (data) {
      this.recorded = data.recordReferral ?? data.attributeReferral;
      this.friend = undefined;
      event.target.reset();
      this.requestUpdate();
    }
  }

  render() {
    const ready = (this.by === 'code' || this.referrer) && (this.isNew || (this.friend && !this.friend.referrer));
    return html`<section class="board narrow"><h1>${t('recordTitle')}</h1>
      ${this.recorded ? html`<p class="done" role="status">${t('recorded', { referrer: this.recorded.referrer.name, friend: this.recorded.referred.name, on: date(this.recorded.occurredOn) })}
        ${this.recorded.afterFirstVisit ? t('recordedLate') : ''} <a href=${address('network', { client: this.recorded.referrer.id, sel: this.recorded.referred.id })}>${t('seeInNetwork')}</a></p>` : nothing}
      <form class="sheet" @submit=${this.send}>
        <fieldset><legend>${t('whoBrought')}</legend>
          <div class="choices">${this.choice('by', 'client', t('byClient'), this.by === 'client', () => { this.by = 'client'; })}${this.choice('by', 'code', t('byCode'), this.by === 'code', () => { this.by = 'code'; })}</div>
          ${this.by === 'code' ? html`<label>${t('code')} <input name="code" required autocomplete="off"></label>` : this.picked('referrer')}
        </fieldset>
        <fieldset><legend>${t('whoWasBrought')}</legend>
          <div class="choices">${this.choice('friend', 'new', t('newClient'), this.isNew, () => { this.isNew = true; })}${this.choice('friend', 'known', t('knownClient'), !this.isNew, () => { this.isNew = false; })}</div>
          ${this.isNew ? html`<label>${t('name')} <input name="name" required autocomplete="off"></label>
            <label>${t('phone')} <input name="phone" type="tel" autocomplete="off"></label>
            <label>${t('region')} <input name="region" autocomplete="off"></label>`
            : html`${this.picked('friend')}
              ${this.friend?.referrer ? html`<p class="refusal">${t('hasReferrer', { name: this.friend.referrer.name })}</p>` : nothing}
              <label class="check"><input type="checkbox" name="late" .checked=${!!this.late} @change=${(event) => { this.late = event.target.checked; this.requestUpdate(); }}> ${t('late')}</label>
              <p class="quiet"><small>${t('lateHint')}</small></p>
              ${this.late ? html`<label>${t('reason')} <input name="reason" maxlength="500"></label>` : nothing}`}
        </fieldset>
        <fieldset><legend>${t('whenAndHow')}</legend>
          <label>${t('occurredOn')} <input name="on" type="date" max=${new Date().toISOString().slice(0, 10)}></label>
          <label>${t('channel')} <select name="channel"><option value=""></option>${this.data('lists')?.channels.edges.map(({ node }) => html`<option value=${node.code}>${node.name}</option>`)}</select></label>
        </fieldset>
        ${this.failed()}
        <p><button class="main" name="record" ?disabled=${!ready || this.busy}>${t('record')}</button></p>
      </form></section>`;
  }

  choice(name, value, words, checked, set) {
    return html`<label class="check"><input type="radio" name=${name} value=${value} .checked=${checked} @change=${() => { set(); this.requestUpdate(); }}> ${words}</label>`;
  }

  picked(role) {
    return this[role] ? html`<p class="picked"><strong>${this[role].name}</strong> <small>${this[role].id}</small>
        <button type="button" class="plain" @click=${() => { this[role] = undefined; this.requestUpdate(); }}>${t('another')}</button></p>`
      : html`<kith-search class=${role} .label=${t(`find.${role}`)} .chosen=${(client) => this.choose(role, client.id)}></kith-search>`;
  }
}

customElements.define('kith-record', Record);
