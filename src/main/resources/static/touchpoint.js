// Who of the staff holds a client: her ties and how each role and stage covers her, for the panel.

import { html, nothing } from 'lit';
import { View } from '/view.js';
import { t, number, percent, date } from '/words.js';

const TIES = `query Ties($id: ID!) { client(id: $id) {
  staffTies { strength dependence contacts lastAt meanSatisfaction meanRapport trend staff { id name role } }
  coverage { roles { role met strength contacts } stages { stage strength contacts } weakest { role } } } }`;

class TiesPart extends View {
  static properties = { client: {} };

  willUpdate() {
    this.need('part', TIES, { id: this.client });
  }

  render() {
    return this.shown('part', ({ client: { staffTies, coverage } }) => html`
      ${staffTies.length ? html`<table class="tight"><thead><tr><th scope="col">${t('staffMember')}</th><th scope="col" class="n">${t('tie')}</th><th scope="col" class="n">${t('dependence')}</th><th scope="col" class="n">${t('contacts')}</th><th scope="col">${t('lastContact')}</th></tr></thead>
        <tbody>${staffTies.slice(0, 8).map((tie) => html`<tr><th scope="row">${tie.staff.name} <small>${t(`role.${tie.staff.role}`)}</small></th>
          <td class="n">${number(tie.strength, 2)} ${tie.trend > 0.02 ? '↗' : tie.trend < -0.02 ? '↘' : ''}</td><td class="n">${percent(tie.dependence, 0)}</td>
          <td class="n">${number(tie.contacts)}</td><td>${date(tie.lastAt)}</td></tr>`)}</tbody></table>` : html`<p class="quiet">${t('noContact')}</p>`}
      <h3>${t('coverage')}</h3>
      ${coverageRow(coverage)}
      ${coverage.weakest ? html`<p><small>${t('weakest', { role: t(`role.${coverage.weakest.role}`) })}</small></p>` : nothing}`);
  }
}

/** A client's cover by stage and by role: stronger is darker, and said in words. */
export function coverageRow(coverage) {
  return html`<ul class="cover">
    ${coverage.stages.map((stage) => shade(t(`stage.${stage.stage}`), stage.strength, null))}
    ${coverage.roles.map((role) => shade(t(`role.${role.role}`), role.strength, role.met))}</ul>`;
}

export function shade(name, strength, met) {
  const depth = Math.min(4, Math.ceil(strength * 5 - 0.001));
  const words = met === 'NEVER' ? t('neverMet') : number(strength, 2);
  return html`<li class="shade${Math.max(0, depth)}">${name} <b>${words}</b></li>`;
}

customElements.define('kith-ties-part', TiesPart);
