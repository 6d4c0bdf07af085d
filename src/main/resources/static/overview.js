// A large network from above, on one canvas: every client a dot on the ring of her generation, all branches at once.

import { html } from 'lit';
import { View } from '/view.js';
import { Camera } from '/draw.js';
import { t, number, amount } from '/words.js';

const RING = 120;

/**
 * Where everyone stands: each branch has an angle in proportion to its last leaves, who neither was brought nor brought
 * anybody stands in the middle. Takes one pass up and one down.
 */
export function above(network) {
  const { size, parents, starts, children, depth } = network;
  const leaves = new Float64Array(size);
  for (let i = size - 1; i >= 0; i--) {
    if (!leaves[i]) {
      leaves[i] = 1;
    }
    if (parents[i] >= 0) {
      leaves[parents[i]] += leaves[i];
    }
  }
  const roots = [];
  const alone = [];
  for (let i = 0; i < size && depth[i] === 0; i++) {
    (starts[i + 1] > starts[i] || size === 1 ? roots : alone).push(i);
  }
  roots.sort((a, b) => leaves[b] - leaves[a]);
  const whole = roots.reduce((sum, i) => sum + leaves[i], 0);
  const several = roots.length > 1 ? 1 : 0;
  const inner = several ? RING * 2 : 0;
  const from = new Float64Array(size);
  const span = new Float64Array(size);
  let next = 0;
  for (const i of roots) {
    from[i] = next;
    span[i] = (2 * Math.PI * leaves[i]) / whole;
    next += span[i];
  }
  const x = new Float32Array(size);
  const y = new Float32Array(size);
  for (let i = 0; i < size; i++) {
    const angle = from[i] + span[i] / 2;
    const radius = RING * depth[i] + inner;
    x[i] = radius * Math.sin(angle);
    y[i] = -radius * Math.cos(angle);
    let at = from[i];
    const shared = leaves[i] - 1 || 1;
    for (let c = starts[i]; c < starts[i + 1]; c++) {
      const child = children[c];
      from[child] = at;
      span[child] = (span[i] * leaves[child]) / shared;
      at += span[child];
    }
  }
  alone.forEach((i, n) => {
    const turn = n * 2.399963;
    const radius = RING * 1.5 * Math.sqrt((n + 1) / alone.length);
    x[i] = radius * Math.sin(turn);
    y[i] = -radius * Math.cos(turn);
  });
  return { x, y, radius: RING * depth.reduce((most, d) => Math.max(most, d), 0) + inner };
}

class Overview extends View {
  static properties = { network: { attribute: false }, colors: { attribute: false }, paint: { attribute: false }, chosen: { attribute: false }, focused: { attribute: false } };

  firstUpdated() {
    this.canvas = this.querySelector('canvas');
    this.camera = new Camera(this.canvas);
    this.camera.moved = () => this.draw();
    this.sized = new ResizeObserver(() => this.draw());
    this.sized.observe(this.canvas);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sized?.disconnect();
  }

  updated() {
    const started = performance.now();
    if (this.laid !== this.network) {
      this.laid = this.network;
      this.places = above(this.network);
      const { width, height } = this.canvas.getBoundingClientRect();
      const k = Math.min(width, height) / (2 * this.places.radius + 40) || 1;
      this.camera.view = { k, x: width / 2, y: height / 2 };
    }
    this.draw();
    performance.measure('kith-overview', { start: started, end: performance.now() });
  }

  draw() {
    const { canvas, network } = this;
    const box = canvas.getBoundingClientRect();
    const dense = window.devicePixelRatio || 1;
    if (canvas.width !== Math.round(box.width * dense) || canvas.height !== Math.round(box.height * dense)) {
      canvas.width = Math.round(box.width * dense);
      canvas.height = Math.round(box.height * dense);
    }
    const { x: left, y: upper, k } = this.camera.view;
    const pen = canvas.getContext('2d');
    pen.setTransform(dense, 0, 0, dense, 0, 0);
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, box.width, box.height);
    const { x, y } = this.places;
    const { size, parents, fits } = network;
    pen.strokeStyle = '#d9dfdc';
    pen.lineWidth = Math.min(1, Math.max(0.35, k * 2));
    pen.beginPath();
    for (let i = 0; i < size; i++) {
      const parent = parents[i];
      if (parent >= 0) {
        pen.moveTo(x[parent] * k + left, y[parent] * k + upper);
        pen.lineTo(x[i] * k + left, y[i] * k + upper);
      }
    }
    pen.stroke();
    const dot = Math.max(1.6, Math.min(9, 12 * k));
    const groups = new Map();
    for (let i = 0; i < size; i++) {
      const color = fits[i] ? this.paint(i) : '#e6eae8';
      if (!groups.has(color)) {
        groups.set(color, []);
      }
      groups.get(color).push(i);
    }
    for (const [color, members] of groups) {
      pen.fillStyle = color;
      for (const i of members) {
        pen.fillRect(x[i] * k + left - dot / 2, y[i] * k + upper - dot / 2, dot, dot);
      }
    }
    if (k > 0.9) {
      pen.fillStyle = '#1d2726';
      pen.font = '12px system-ui, "Noto Sans CJK SC", sans-serif';
      for (let i = 0; i < size; i++) {
        const [px, py] = [x[i] * k + left, y[i] * k + upper];
        if (px > 0 && py > 0 && px < box.width && py < box.height) {
          pen.fillText(network.names[i] ?? network.ids[i], px + dot, py + 4);
        }
      }
    }
  }

  /** Who stands nearest to a place on the canvas, where anybody is near. */
  nearest(event) {
    const box = this.canvas.getBoundingClientRect();
    const { x: left, y: upper, k } = this.camera.view;
    const px = (event.clientX - box.left - left) / k;
    const py = (event.clientY - box.top - upper) / k;
    const reach = 12 / k;
    let best = -1;
    let least = reach * reach;
    const { x, y } = this.places;
    for (let i = 0; i < x.length; i++) {
      const far = (x[i] - px) ** 2 + (y[i] - py) ** 2;
      if (far < least) {
        least = far;
        best = i;
      }
    }
    return best;
  }

  hover(event) {
    const i = this.camera.pointers.size ? -1 : this.nearest(event);
    const card = this.querySelector('.card');
    card.hidden = i < 0;
    if (i >= 0) {
      const box = this.getBoundingClientRect();
      const { network } = this;
      card.textContent = [network.names[i], network.ids[i], t('broughtBelow', { n: number(network.below[i]) }), amount(network.netRevenue[i])].join(' · ');
      card.style.left = `${Math.min(event.clientX - box.left + 14, box.width - 240)}px`;
      card.style.top = `${Math.min(event.clientY - box.top + 14, box.height - 80)}px`;
    }
  }

  click(event) {
    const i = this.camera.dragged ? -1 : this.nearest(event);
    if (i >= 0) {
      this.chosen(this.network.ids[i]);
    }
  }

  render() {
    const { network } = this;
    const largest = [...Array(network.size).keys()].filter((i) => network.depth[i] <= 1 && network.below[i] > 0)
      .sort((a, b) => network.below[b] - network.below[a]).slice(0, 12);
    return html`<canvas class="stage" role="img" aria-label=${t('overviewOf', { n: number(network.clients) })} @pointermove=${this.hover} @pointerleave=${() => { this.querySelector('.card').hidden = true; }}
        @click=${this.click}></canvas>
      <div class="card" hidden></div>
      <details class="largest"><summary>${t('largestBranches')}</summary><ol>
        ${largest.map((i) => html`<li><button class="plain" @click=${() => this.focused(network.ids[i])}>${network.names[i]} <small>${network.ids[i]}</small></button> ${number(network.below[i])}</li>`)}
      </ol></details>
      ${network.total > network.clients ? html`<p class="then">${t('mapCut', { n: number(network.clients), of: number(network.total) })}</p>` : ''}`;
  }
}

customElements.define('kith-overview', Overview);
