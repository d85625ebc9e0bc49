"""Plots as inline SVG, without a library: lines over a linear or logarithmic axis, and bars."""

import html
import math

COLOURS = ("#1f5fa8", "#c8502d", "#2f8f5b", "#8a4fa3", "#b58900", "#5b6770", "#d0639b", "#2aa1a8")
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 620, 330, 70, 190, 34, 48


class Axis:
    def __init__(self, values, begin, end, logarithmic, floor=None):
        low, high = min(values), max(values)
        if floor is not None:
            low = min(low, floor)
        if logarithmic:
            low, high = 10 ** math.floor(math.log10(low) + 1e-9), 10 ** math.ceil(math.log10(high) - 1e-9)
        if low == high:
            high = low * 10 if logarithmic else low + 1
        self.low, self.high, self.begin, self.end, self.logarithmic = low, high, begin, end, logarithmic

    def __call__(self, value):
        f = math.log10 if self.logarithmic else float
        return self.begin + (f(value) - f(self.low)) / (f(self.high) - f(self.low)) * (self.end - self.begin)

    def ticks(self):
        if self.logarithmic:
            return [10**e for e in range(round(math.log10(self.low)), round(math.log10(self.high)) + 1)]
        step = 10 ** math.floor(math.log10((self.high - self.low) / 2))
        step *= next(m for m in (1, 2, 5, 10) if (self.high - self.low) / (step * m) <= 6)
        first = math.ceil(self.low / step - 1e-9)
        return [i * step for i in range(first, math.floor(self.high / step + 1e-9) + 1)]


def short(value):
    for unit, size in (("G", 1e9), ("M", 1e6), ("k", 1e3)):
        if abs(value) >= size:
            return f"{value / size:.3g}{unit}"
    return f"{value:.3g}"


def text(x, y, words, anchor="middle", style=""):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{style}>{html.escape(str(words))}</text>'


def frame(title, x_name, y_name, x, y):
    parts = [text(LEFT, 18, title, "start", ' class="title"')]
    for tick in x.ticks():
        parts.append(f'<line class="grid" x1="{x(tick):.1f}" x2="{x(tick):.1f}" y1="{TOP}" y2="{HEIGHT - BOTTOM}"/>')
        parts.append(text(x(tick), HEIGHT - BOTTOM + 16, short(tick)))
    for tick in y.ticks():
        parts.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y(tick):.1f}" y2="{y(tick):.1f}"/>')
        parts.append(text(LEFT - 6, y(tick) + 4, short(tick), "end"))
    parts.append(text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, x_name))
    middle = (TOP + HEIGHT - BOTTOM) / 2
    parts.append(text(16, middle, y_name, "middle", f' transform="rotate(-90 16 {middle:.1f})"'))
    return parts


def svg(parts, height=HEIGHT):
    return f'<svg viewBox="0 0 {WIDTH} {height}" role="img" xmlns="http://www.w3.org/2000/svg">{"".join(parts)}</svg>'


def lines(title, x_name, y_name, series, log_x=False, log_y=False, floor=None):
    """`series`: name -> [(x, y)]; a name that ends in ' (theory)' is drawn dashed in the colour of the one before it."""
    points = [point for values in series.values() for point in values]
    if not points:
        return ""
    x = Axis([p[0] for p in points], LEFT, WIDTH - RIGHT, log_x)
    y = Axis([p[1] for p in points], HEIGHT - BOTTOM, TOP, log_y, floor)
    parts = frame(title, x_name, y_name, x, y)
    colour, row = -1, 0
    for name, values in series.items():
        dashed = name.endswith(" (theory)")
        colour += 0 if dashed else 1
        paint = COLOURS[colour % len(COLOURS)]
        path = " ".join(f"{x(a):.1f},{y(b):.1f}" for a, b in sorted(values))
        dash = ' stroke-dasharray="5 4"' if dashed else ""
        parts.append(f'<polyline fill="none" stroke="{paint}" stroke-width="1.8"{dash} points="{path}"/>')
        if not dashed:
            parts += [f'<circle cx="{x(a):.1f}" cy="{y(b):.1f}" r="2.6" fill="{paint}"/>' for a, b in values]
        at = TOP + 10 + 16 * row
        parts.append(f'<line x1="{WIDTH - RIGHT + 12}" x2="{WIDTH - RIGHT + 34}" y1="{at - 4}" y2="{at - 4}" stroke="{paint}" stroke-width="2"{dash}/>')
        parts.append(text(WIDTH - RIGHT + 40, at, name.replace(" (theory)", ", theory"), "start"))
        row += 1
    return svg(parts)


def bars(title, unit, values):
    """`values`: [(name, value, note)], the longest bar first; ours is drawn in the first colour."""
    if not values:
        return ""
    left, right, height = 190, 150, 24
    most = max(value for _, value, _ in values)
    parts = [text(14, 18, f"{title}, {unit}", "start", ' class="title"')]
    for row, (name, value, note) in enumerate(sorted(values, key=lambda v: -v[1])):
        at = 34 + row * height
        width = max(1.0, (WIDTH - left - right) * value / most)
        paint = COLOURS[0] if name.startswith("wireprint") else COLOURS[5]
        parts.append(text(left - 8, at + 12, name, "end"))
        parts.append(f'<rect x="{left}" y="{at}" width="{width:.1f}" height="{height - 8}" rx="2" fill="{paint}"/>')
        parts.append(text(left + width + 6, at + 12, f"{short(value)}, {note}" if note else short(value), "start"))
    return svg(parts, 40 + len(values) * height)
