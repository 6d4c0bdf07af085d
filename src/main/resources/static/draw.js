// Draws the marks of a network as SVG elements, pans and zooms them, and hands the drawing out as SVG or PNG.

import { svg, nothing } from 'lit';
import { t, number } from '/words.js';
import { save } from '/view.js';

const FONT = 'system-ui, "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif';
const INK = '#1d2726';
const LINE = '#c3cbc8';

/** The drawing: links behind, marks before; `look` says colour, size, dimness and words of a mark. */
export function drawing(marks, layout, look) {
  return svg`
    <g aria-hidden="true" fill="none" stroke=${LINE} stroke-width="1.2">
      ${(layout.rings ?? []).map((radius) => svg`<circle r=${radius} stroke="#eceeea" stroke-width="1"></circle>`)}
      ${marks.filter((mark) => mark.parent).map((mark) => svg`<path d=${link(mark)} stroke=${look.onPath(mark) && look.onPath(mark.parent) ? '#b3541e' : LINE}
        stroke-width=${look.onPath(mark) && look.onPath(mark.parent) ? 2.6 : 1.2} stroke-opacity=${look.dim(mark) ? 0.4 : 1}></path>`)}
    </g>
    <g role="tree" aria-label=${t('treeOf', { name: look.name(marks[0]) })} font-family=${FONT} font-size="12.5" fill=${INK}>
      ${marks.map((mark) => (mark.more ? rest(mark, look) : client(mark, look)))}
    </g>`;
}

function link(mark) {
  const { x, y, parent } = mark;
  if (mark.angle === null) {
    const middle = (x + parent.x) / 2;
    return `M${parent.x},${parent.y}C${middle},${parent.y} ${middle},${y} ${x},${y}`;
  }
  return `M${parent.x.toFixed(1)},${parent.y.toFixed(1)}L${x.toFixed(1)},${y.toFixed(1)}`;
}

function client(mark, look) {
  const radius = look.radius(mark);
  const chosen = look.chosen(mark);
  const folded = mark.folded;
  return svg`<g role="treeitem" class="mark" data-id=${mark.id} transform="translate(${mark.x.toFixed(1)},${mark.y.toFixed(1)})"
      aria-label=${look.words(mark)} aria-level=${mark.level} aria-posinset=${mark.position} aria-setsize=${mark.siblings}
      aria-expanded=${mark.count ? (folded ? 'false' : 'true') : nothing} aria-selected=${chosen ? 'true' : 'false'}
      tabindex=${look.reachable(mark) ? 0 : -1} opacity=${look.dim(mark) ? 0.45 : 1}>
    <circle class="ring" r=${radius + 4} fill="none" stroke=${chosen ? '#1d2726' : 'transparent'} stroke-width="2"></circle>
    <circle class="dot" r=${radius} fill=${look.color(mark)} stroke=${folded && !mark.named ? INK : '#fff'} stroke-width="1.5"></circle>
    ${mark.named || chosen || look.onPath(mark) ? label(mark, radius, look) : nothing}
    ${mark.count ? fold(mark, radius, look) : nothing}
  </g>`;
}

/** The name: right of its mark in the tree, along the ray on rings, where a fold's count follows it. */
function label(mark, radius, look) {
  const weight = look.chosen(mark) || look.onPath(mark) ? 650 : 400;
  if (mark.angle === null || mark.parent === null) {
    const open = mark.count && !mark.folded;
    return open
      ? svg`<text x=${-radius - 5} y=${-radius - 3} font-weight=${weight}>${look.name(mark)}</text>`
      : svg`<text x=${radius + (mark.folded ? 10 + width(badge(mark, look)) : 6)} y="4" font-weight=${weight}>${look.name(mark)}</text>`;
  }
  const left = mark.angle >= Math.PI;
  const turn = (mark.angle * 180) / Math.PI - 90;
  const off = radius + (mark.folded ? 9 + width(badge(mark, look)) : 5);
  return svg`<text transform="rotate(${left ? turn + 180 : turn})" x=${left ? -off : off} y="4" text-anchor=${left ? 'end' : 'start'} font-weight=${weight}>${look.name(mark)}</text>`;
}

function width(text) {
  return 9 + text.length * 7;
}

function badge(mark, look) {
  return mark.folded ? `+${number(look.below(mark))}` : '−';
}

/** The count that opens a folded branch, or the sign that folds an open one. */
function fold(mark, radius, look) {
  if (mark.parent === null && !mark.folded) {
    return nothing;
  }
  const text = badge(mark, look);
  const wide = mark.folded ? width(text) : 13;
  if (mark.angle !== null && mark.parent !== null) {
    if (!mark.folded || !mark.named) {
      return nothing;
    }
    const left = mark.angle >= Math.PI;
    const turn = (mark.angle * 180) / Math.PI - 90;
    return svg`<g class="fold" data-fold=${mark.id} transform="rotate(${left ? turn + 180 : turn}) translate(${left ? -radius - 4 - wide : radius + 4},-7)">
      <rect width=${wide} height="14" rx="7" fill="#fff" stroke="#8a9592"></rect>
      <text x=${wide / 2} y="11" text-anchor="middle" font-size="10.5">${text}</text></g>`;
  }
  return svg`<g class="fold" data-fold=${mark.id} transform="translate(${radius + 5},-7)">
    <rect width=${wide} height="14" rx="7" fill="#fff" stroke=${mark.folded ? '#8a9592' : '#d5dbd9'}></rect>
    <text x=${wide / 2} y="11" text-anchor="middle" font-size="10.5">${text}</text></g>`;
}

/** Those who do not fit: how many branches and clients, opened by a click. */
function rest(mark, look) {
  const words = t('moreBranches', { n: number(mark.more), clients: number(mark.clients) });
  const left = mark.angle !== null && mark.angle >= Math.PI;
  const turn = mark.angle === null ? 0 : (mark.angle * 180) / Math.PI - 90;
  return svg`<g role="treeitem" class="mark more" data-id=${mark.id} transform="translate(${mark.x.toFixed(1)},${mark.y.toFixed(1)})"
      aria-label=${words} aria-level=${mark.level} aria-posinset=${mark.position} aria-setsize=${mark.siblings} tabindex=${look.reachable(mark) ? 0 : -1}>
    <circle r="6" fill="#fff" stroke="#8a9592" stroke-dasharray="2 2"></circle>
    <text transform="rotate(${left ? turn + 180 : turn})" x=${left ? -11 : 11} y="4" text-anchor=${left ? 'end' : 'start'} fill="#52605d">${words}</text></g>`;
}

/** Pans and zooms one group inside an SVG by pointer, wheel and two fingers; marks are not drawn anew. */
export class Camera {
  constructor(surface) {
    this.surface = surface;
    this.pointers = new Map();
    this.view = { x: 0, y: 0, k: 1 };
    surface.addEventListener('pointerdown', (event) => this.down(event));
    surface.addEventListener('pointermove', (event) => this.move(event));
    surface.addEventListener('pointerup', (event) => this.up(event));
    surface.addEventListener('pointercancel', (event) => this.up(event));
    surface.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
  }

  down(event) {
    if (event.button === 0) {
      this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      this.dragged = this.pointers.size > 1;
    }
  }

  move(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) {
      return;
    }
    const now = { x: event.clientX, y: event.clientY };
    if (this.pointers.size === 1) {
      if (!this.dragged && Math.hypot(now.x - before.x, now.y - before.y) < 4) {
        return;
      }
      if (!this.dragged) {
        this.dragged = true;
        this.surface.setPointerCapture(event.pointerId);
      }
      this.view.x += now.x - before.x;
      this.view.y += now.y - before.y;
    } else {
      const other = [...this.pointers].find(([id]) => id !== event.pointerId)[1];
      const grown = Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
      this.zoom(grown, (now.x + other.x) / 2, (now.y + other.y) / 2);
    }
    this.pointers.set(event.pointerId, now);
    this.apply();
  }

  up(event) {
    this.pointers.delete(event.pointerId);
  }

  wheel(event) {
    event.preventDefault();
    this.zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015)), event.clientX, event.clientY);
    this.apply();
  }

  zoom(factor, clientX, clientY) {
    const box = this.surface.getBoundingClientRect();
    const x = (clientX ?? box.left + box.width / 2) - box.left;
    const y = (clientY ?? box.top + box.height / 2) - box.top;
    const k = Math.min(6, Math.max(0.05, this.view.k * factor));
    this.view.x = x - ((x - this.view.x) * k) / this.view.k;
    this.view.y = y - ((y - this.view.y) * k) / this.view.k;
    this.view.k = k;
  }

  /** Shows all of a layout, no smaller than is readable; then its beginning. */
  fit(layout, least = 0.8) {
    const { width, height } = this.surface.getBoundingClientRect();
    const w = layout.right - layout.left;
    const h = layout.lower - layout.upper;
    const whole = Math.min(width / w, height / h, 1.25);
    const k = Math.max(whole, least);
    const middle = layout.rings || whole >= least;
    this.view = {
      k,
      x: middle && (layout.rings || w * k <= width) ? width / 2 - ((layout.left + layout.right) / 2) * k : 30 - layout.left * k - 40 * k,
      y: whole >= least ? height / 2 - ((layout.upper + layout.lower) / 2) * k : height / 2,
    };
    if (layout.rings && whole < least) {
      this.view.x = width / 2;
    }
    this.apply();
  }

  /** Shows a mark no further right than a third of the way, so that what is below it is in sight. */
  begin({ x }) {
    const { width } = this.surface.getBoundingClientRect();
    this.view.x = Math.min(this.view.x, width * 0.3 - x * this.view.k);
    this.apply();
  }

  /** Brings a mark into sight. */
  reveal({ x, y }) {
    const { width, height } = this.surface.getBoundingClientRect();
    const at = { x: x * this.view.k + this.view.x, y: y * this.view.k + this.view.y };
    const edge = 40;
    this.view.x += Math.max(0, edge - at.x) - Math.max(0, at.x - (width - edge - 90));
    this.view.y += Math.max(0, edge - at.y) - Math.max(0, at.y - (height - edge));
    this.apply();
  }

  apply() {
    const { x, y, k } = this.view;
    this.surface.querySelector('[data-camera]')?.setAttribute('transform', `translate(${x},${y}) scale(${k})`);
    this.moved?.();
  }
}

/** The drawing as a file of its own, all of it whatever is in sight. */
function alone(surface, layout) {
  const copy = surface.querySelector('[data-camera]').cloneNode(true);
  copy.removeAttribute('transform');
  copy.querySelectorAll('[stroke="transparent"]').forEach((ring) => ring.remove());
  const width = Math.ceil(layout.right - layout.left);
  const height = Math.ceil(layout.lower - layout.upper);
  const text = new XMLSerializer().serializeToString(copy).replaceAll(/<!--.*?-->/g, '');
  return {
    width,
    height,
    text: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${layout.left} ${layout.upper} ${width} ${height}">`
      + `<rect x="${layout.left}" y="${layout.upper}" width="${width}" height="${height}" fill="#fff"/>${text}</svg>`,
  };
}

export function saveSvg(surface, layout, name) {
  save(`${name}.svg`, new Blob([alone(surface, layout).text], { type: 'image/svg+xml' }));
}

export async function savePng(surface, layout, name) {
  const { text, width, height } = alone(surface, layout);
  const scale = Math.min(2, 8000 / Math.max(width, height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((ready) => canvas.toBlob(ready, 'image/png'));
  save(`${name}.png`, blob);
}
