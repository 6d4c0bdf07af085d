// A network in the page's memory: what to draw of it, what to fold, and where each mark stands. Draws nothing itself.

import 'd3-hierarchy';

const { hierarchy, tree: d3tree } = globalThis.d3;

/** How many marks are drawn at most; beyond it branches fold. */
export const MOST_MARKS = 1500;
/** How many marks are drawn before the reader opens any. */
export const FIRST_MARKS = 160;
const FIRST_CHILDREN = 14;
const MORE_CHILDREN = 100;

/** The columns of a network map, with children, sizes and depths reckoned once. */
export class Network {
  constructor(columns) {
    Object.assign(this, columns);
    this.names ??= this.ids;
    const size = this.ids.length;
    this.size = size;
    this.at = new Map(this.ids.map((id, i) => [id, i]));
    this.starts = new Int32Array(size + 1);
    this.depth = new Int32Array(size);
    for (let i = 0; i < size; i++) {
      const parent = this.parents[i];
      this.depth[i] = parent < 0 ? 0 : this.depth[parent] + 1;
      if (parent >= 0) {
        this.starts[parent + 1]++;
      }
    }
    for (let i = 0; i < size; i++) {
      this.starts[i + 1] += this.starts[i];
    }
    const filled = this.starts.slice();
    this.children = new Int32Array(this.starts[size]);
    for (let i = 0; i < size; i++) {
      if (this.parents[i] >= 0) {
        this.children[filled[this.parents[i]]++] = i;
      }
    }
    this.sift();
  }

  /** Keeps who fits, and whoever is above one who does; counts only those who fit. */
  sift(fits) {
    this.fits = new Uint8Array(this.size);
    this.below = new Int32Array(this.size);
    for (let i = 0; i < this.size; i++) {
      this.fits[i] = !fits || fits(i) ? 1 : 0;
    }
    for (let i = this.size - 1; i >= 0; i--) {
      if (this.parents[i] >= 0) {
        this.below[this.parents[i]] += this.below[i] + this.fits[i];
      }
    }
  }

  /** Children that are kept, largest branch first. */
  childrenOf(i, hidden) {
    const kept = [];
    for (let c = this.starts[i]; c < this.starts[i + 1]; c++) {
      const child = this.children[c];
      if ((this.fits[child] || this.below[child]) && !hidden?.has(this.ids[child])) {
        kept.push(child);
      }
    }
    return kept.sort((a, b) => this.below[b] - this.below[a] || a - b);
  }

  pathTo(i) {
    const path = [];
    for (let at = i; at >= 0; at = this.parents[at]) {
      path.unshift(at);
    }
    return path;
  }
}

/** Which branches are open before the reader opens or folds any: breadth first until the first marks are used up. */
export function firstOpen(network, root) {
  const open = new Set([network.ids[root]]);
  const queue = [root];
  let marks = 1;
  for (let next = 0; next < queue.length; next++) {
    const first = network.childrenOf(queue[next]).slice(0, FIRST_CHILDREN);
    if (next > 0 && marks + first.length + 1 > FIRST_MARKS) {
      continue;
    }
    marks += first.length + 1;
    open.add(network.ids[queue[next]]);
    queue.push(...first);
  }
  return open;
}

/**
 * What is shown of a network: what is open at first and what the reader opened, less what she folded or hid, and whoever
 * must be seen with all above her. Folds are { first, opened, closed, hidden: sets of ids, more: how many children by id }.
 */
export function cut(network, root, folds, always = []) {
  const must = new Set();
  const within = new Set();
  for (const id of always.filter((one) => network.at.has(one))) {
    const path = network.pathTo(network.at.get(id));
    path.forEach((i) => must.add(i));
    path.slice(0, -1).forEach((i) => within.add(i));
  }
  const top = { i: root, id: network.ids[root], children: [], parent: null, level: 1, position: 1, siblings: 1 };
  const queue = [top];
  let marks = 1;
  for (let next = 0; next < queue.length; next++) {
    const mark = queue[next];
    const children = network.childrenOf(mark.i, folds.hidden);
    mark.count = children.length;
    const open = within.has(mark.i) || (!folds.closed.has(mark.id) && (folds.first.has(mark.id) || folds.opened.has(mark.id)));
    const wanted = folds.more.get(mark.id) ?? FIRST_CHILDREN;
    const first = children.slice(0, wanted);
    const rest = children.slice(wanted).filter((child) => !must.has(child) || !first.push(child));
    if (!children.length || !open || marks + first.length + 1 > MOST_MARKS) {
      mark.folded = children.length > 0;
      continue;
    }
    marks += first.length;
    mark.children = first.map((i) => ({ i, id: network.ids[i], children: [], parent: mark, level: mark.level + 1 }));
    queue.push(...mark.children);
    if (rest.length) {
      mark.children.push({
        more: rest.length,
        clients: rest.reduce((sum, i) => sum + network.below[i] + network.fits[i], 0),
        id: `${mark.id}+`, i: -1, children: [], parent: mark, level: mark.level + 1,
      });
      marks++;
    }
    mark.children.forEach((child, place) => Object.assign(child, { position: place + 1, siblings: mark.children.length }));
  }
  return { top, marks };
}

/** Opens a branch, or shows more of one that is open. */
export function moreOf(folds, id) {
  folds.more.set(id, (folds.more.get(id) ?? FIRST_CHILDREN) + MORE_CHILDREN);
}

/** All marks in the order a reader meets them. */
export function listed(top) {
  const marks = [];
  const stack = [top];
  while (stack.length) {
    const mark = stack.pop();
    marks.push(mark);
    for (let c = mark.children.length - 1; c >= 0; c--) {
      stack.push(mark.children[c]);
    }
  }
  return marks;
}

/** Where marks stand as a tree from left to right. */
export function asTree(top) {
  const root = hierarchy(top);
  d3tree().nodeSize([24, 190]).separation((a, b) => (a.parent === b.parent ? 1 : 1.25) + (a.children || b.children ? 0.5 : 0))(root);
  root.each((node) => {
    node.data.x = node.y;
    node.data.y = node.x;
    node.data.angle = null;
    node.data.named = true;
  });
  return bounds(top, 90);
}

/** Where marks stand on rings around the first; names that would collide are left out. */
export function asRings(top) {
  const root = hierarchy(top);
  const onRing = [];
  root.each((node) => { onRing[node.depth] = (onRing[node.depth] ?? 0) + 1; });
  d3tree().size([2 * Math.PI, 1]).separation((a, b) => (a.parent === b.parent ? 1 : 1.6) / Math.max(1, a.depth))(root);
  const rings = [0];
  for (let depth = 1; depth < onRing.length; depth++) {
    rings[depth] = Math.max(rings[depth - 1] + 95, (onRing[depth] * 15) / (2 * Math.PI));
  }
  const places = [];
  root.each((node) => {
    const radius = rings[node.depth];
    const mark = node.data;
    mark.angle = node.x;
    mark.x = radius * Math.sin(node.x);
    mark.y = -radius * Math.cos(node.x);
    (places[node.depth] ??= []).push(mark);
  });
  places.forEach((ring, depth) => {
    ring.sort((a, b) => a.angle - b.angle);
    const gap = depth === 0 ? 0 : 13 / rings[depth];
    let last = -Infinity;
    for (const mark of ring) {
      mark.named = mark.angle - last >= gap && mark.angle <= 2 * Math.PI - gap / 2;
      last = mark.named ? mark.angle : last;
    }
  });
  return { ...bounds(top, 110), rings: rings.slice(1) };
}

function bounds(top, room) {
  let [left, right, upper, lower] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const mark of listed(top)) {
    left = Math.min(left, mark.x);
    right = Math.max(right, mark.x);
    upper = Math.min(upper, mark.y);
    lower = Math.max(lower, mark.y);
  }
  return { left: left - room, right: right + room + 40, upper: upper - 40, lower: lower + 40 };
}
