// The frame of the page: head, search, ways to the views, and the view the address names.

import { html, nothing } from 'lit';
import { View } from '/view.js';
import { here, address } from '/place.js';
import { ask, signOut } from '/graphql.js';
import { t, language, languages, speak } from '/words.js';
import '/client.js';

/** Views by their word in the address; each is loaded when it is first opened. */
const VIEWS = {
  start: { load: async () => {}, show: (place) => html`<kith-start .place=${place}></kith-start>` },
  network: { load: () => import('/referral.js'), show: (place) => html`<kith-network .place=${place}></kith-network>` },
  record: { load: () => import('/record.js'), show: (place) => html`<kith-record .place=${place}></kith-record>` },
  influence: { load: () => import('/influence.js'), show: (place) => html`<kith-influence .place=${place}></kith-influence>` },
  staff: { load: () => import('/care.js'), show: (place) => html`<kith-staff .place=${place}></kith-staff>` },
  tiers: { load: () => import('/tier.js'), show: (place) => html`<kith-tiers .place=${place}></kith-tiers>` },
  rewards: { load: () => import('/reward.js'), show: (place) => html`<kith-rewards .place=${place}></kith-rewards>` },
  import: { load: () => import('/intake.js'), show: (place) => html`<kith-import .place=${place}></kith-import>` },
};

const ME = '{ me { name level } }';
const WAYS = ['network', 'influence', 'staff', 'tiers', 'rewards', 'record', 'import'];

class App extends View {
  constructor() {
    super();
    this.follow = () => this.open();
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('popstate', this.follow);
    this.open();
    ask(ME).then(({ me }) => {
      this.me = me;
      this.requestUpdate();
    }, () => {});
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.follow);
  }

  async open() {
    const place = here();
    const view = VIEWS[place.view] ? place.view : 'start';
    await VIEWS[view].load();
    const moved = this.view && this.view !== view;
    this.view = view;
    this.parameters = place.parameters;
    document.title = view === 'start' ? 'Kith' : `${t(`view.${view}`)} · Kith`;
    this.requestUpdate();
    await this.updateComplete;
    if (!this.ready) {
      this.ready = true;
      performance.mark('kith-ready');
    }
    if (moved) {
      this.querySelector('main').focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
  }

  render() {
    return html`
      <a class="skip" href="#main" @click=${this.skip}>${t('skip')}</a>
      <header class="head">
        <a class="brand" href="#/start" aria-label=${t('view.start')}><img src="/kith.svg" alt="" width="26" height="26"><span>Kith</span></a>
        ${this.view === 'start' ? html`<span class="grow"></span>` : html`<kith-search class="grow"></kith-search>`}
        <label class="tongue"><span class="unseen">${t('language')}</span>
          <select @change=${(event) => speak(event.target.value)}>
            ${Object.entries(languages).map(([code, name]) => html`<option value=${code} lang=${code} ?selected=${code === language()}>${name}</option>`)}
          </select></label>
        ${this.me ? html`<button class="plain out" @click=${signOut} title=${t('signOutOf', { name: this.me.name })}>${t('signOut')}</button>` : nothing}
      </header>
      <nav class="ways" aria-label=${t('views')}>
        ${WAYS.map((way) => html`<a href=${address(way)} aria-current=${this.view === way ? 'page' : nothing}>${t(`view.${way}`)}</a>`)}
      </nav>
      <main id="main" tabindex="-1">${this.view ? VIEWS[this.view].show(this.parameters) : nothing}</main>`;
  }

  skip(event) {
    event.preventDefault();
    this.querySelector('main').focus();
  }
}

/** What drops down folds again when the reader goes on elsewhere. */
document.addEventListener('pointerdown', (event) => {
  document.querySelectorAll('details.drop[open]').forEach((dropped) => {
    if (!dropped.contains(event.target)) {
      dropped.open = false;
    }
  });
});

customElements.define('kith-app', App);
