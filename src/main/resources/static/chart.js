// Charts, each with its table: ECharts is loaded when the first one is shown, and draws what the table says.

import { html } from 'lit';
import { View } from '/view.js';
import { t } from '/words.js';

const INK = '#1d2726';
const FONT = 'system-ui, "Noto Sans CJK SC", sans-serif';
export const HUES = ['#0f7b74', '#cf8424', '#4a78c2', '#a3527f', '#6c9638', '#8565b5', '#c4513f', '#3b93b5'];

/** A figure: `option` is what ECharts draws, `head` and `rows` are the same in words and numbers. */
class Chart extends View {
  static properties = { name: {}, option: { attribute: false }, head: { attribute: false }, rows: { attribute: false }, height: { type: Number } };

  async updated() {
    const wanted = JSON.stringify([this.option, document.documentElement.lang]);
    if (this.drawn === wanted) {
      return;
    }
    this.drawn = wanted;
    const echarts = await import('echarts');
    const box = this.querySelector('.plot');
    if (!box.isConnected) {
      return;
    }
    box.style.height = `${this.height ?? 260}px`;
    this.chart ??= echarts.init(box, null, { renderer: 'svg' });
    this.chart.setOption({
      animation: false,
      color: HUES,
      textStyle: { fontFamily: FONT, color: INK },
      grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
      tooltip: { trigger: 'axis', renderMode: 'richText', confine: true },
      ...this.option,
    }, true);
    this.sized ??= new ResizeObserver(() => this.chart.resize());
    this.sized.observe(box);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sized?.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
    this.drawn = undefined;
  }

  render() {
    return html`<figure class="chart"><figcaption>${this.name}</figcaption>
      <div class="plot" role="img" aria-label="${this.name}. ${t('tableBelow')}"></div>
      <details><summary>${t('asTable')}</summary><div class="scroll"><table>
        <thead><tr>${this.head.map((cell, i) => html`<th scope="col" class=${i ? 'n' : ''}>${cell}</th>`)}</tr></thead>
        <tbody>${this.rows.map((row) => html`<tr>${row.map((cell, i) => (i ? html`<td class="n">${cell}</td>` : html`<th scope="row">${cell}</th>`))}</tr>`)}</tbody>
      </table></div></details></figure>`;
  }
}

customElements.define('kith-chart', Chart);
