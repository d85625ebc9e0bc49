"""The results of a run as one HTML page that opens from disk: every plot is inline SVG, nothing is loaded."""

import html
import re

import chart

STYLE = """
body{font:15px/1.5 system-ui,sans-serif;color:#1d2429;max-width:1320px;margin:2rem auto;padding:0 1.2rem;background:#fff}
h1{font-size:1.7rem;margin:0 0 .2rem}h2{font-size:1.15rem;margin:2.2rem 0 .4rem;border-bottom:1px solid #d9dfe3;padding-bottom:.2rem}
p{max-width:75ch;margin:.3rem 0 .8rem}.about{color:#5b6770}.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(520px,1fr));gap:1rem}
svg{width:100%;height:auto;font:12px system-ui,sans-serif;fill:#1d2429}.title{font-weight:600;font-size:13px}.grid{stroke:#e6eaed}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}td,th{padding:.15rem .7rem;text-align:right;border-bottom:1px solid #e6eaed}
td:first-child,th:first-child{text-align:left}code{background:#f2f4f5;padding:.1rem .3rem;border-radius:3px}
"""


def rivals(rows, kind, speed, title, unit):
    plots = []
    for name in dict.fromkeys(row["input"] for row in rows if row["from"] == kind):
        values = [(row["rival"], row[speed], f"RMSE {row['rmse']:.3f}") for row in rows if row["from"] == kind and row["input"] == name]
        what = f"{name}" if kind == "text" else f"sets of {name}"
        plots.append(chart.bars(f"{title}: {what}", unit, values))
    return plots


def end_to_end(rows):
    plots = []
    for speed, unit in (("mb_per_second", "MB/s"), ("mb_per_cpu_second", "MB a second of processor time")):
        values = [(row["rival"], row[speed], f"F1 {row['f1']:.2f}") for row in rows if row["from"] == "jsonl" and speed in row]
        plots.append(chart.bars("JSONL to clusters", unit, values))
    return plots


def cost_and_error(rows):
    series = {}
    for row in rows:
        if row["from"] == "hashes" and row["rmse"] < 0.2:
            series.setdefault(row["rival"], []).append((1000 / row["mhashes_per_second"], row["rmse"]))
    return [chart.lines("Error against cost, from ready hashes", "ns an element", "RMSE", series, log_x=True, floor=0)]


def rows_named(benchmarks, pattern):
    return [(match, row) for row in benchmarks if (match := re.fullmatch(pattern, row["name"]))]


def sketch_costs(benchmarks):
    series = {}
    for match, row in rows_named(benchmarks, r"sketch/([^/]+)/set:(\d+)"):
        series.setdefault(match[1], []).append((int(match[2]), 1e9 / row["items_per_second"]))
    return [chart.lines("Cost of each sketch", "elements of the set", "ns an element", series, log_x=True, log_y=True)]


def index_costs(benchmarks):
    plots = []
    for step in ("build", "candidates"):
        series = {}
        for match, row in rows_named(benchmarks, rf"index/([^/]+)/{step}/texts:(\d+)"):
            series.setdefault(match[1], []).append((int(match[2]), 1e9 / row["items_per_second"]))
        plots.append(chart.lines(f"Indexes: {step}", "texts", "ns a text", series, log_x=True, log_y=True))
    return plots


def text_speeds(benchmarks):
    plots = []
    for step in ("hash_bytes", "normalize", "hash_tokens", "tokenize", "fingerprint"):
        values = [(match[1], row["bytes_per_second"] / 1e6, "") for match, row in rows_named(benchmarks, rf"text/{step}/(.+)")]
        plots.append(chart.bars(f"text: {step}", "MB/s", values))
    return plots


def proof_speeds(benchmarks):
    values = [(match[1], row["items_per_second"], "") for match, row in rows_named(benchmarks, r"proof/(.+)")]
    return [chart.bars("Proof", "pairs a second", values)]


def errors(accuracy):
    plots = []
    for size in sorted({row["size"] for row in accuracy if row["kind"] == "sketch"}):
        series = {}
        for row in accuracy:
            if row["kind"] == "sketch" and row["size"] == size:
                series.setdefault(row["sketch"], []).append((row["resemblance"], row["rmse"]))
                series.setdefault(row["sketch"] + " (theory)", []).append((row["resemblance"], row["theory"]))
        plots.append(chart.lines(f"Error of each sketch, sets of {size}", "resemblance", "RMSE", series, floor=0))
    return plots


def curves(accuracy):
    series = {}
    for row in accuracy:
        if row["kind"] == "curve":
            name = f"{row['bands']} x {row['rows']}"
            series.setdefault(name, []).append((row["resemblance"], row["measured"]))
            series.setdefault(name + " (theory)", []).append((row["resemblance"], row["solved"]))
    return [chart.lines("What banding finds, measured and solved", "resemblance", "share found", series, floor=0)]


def growth(rows):
    time = {name: [(row["articles"], row[measure]) for row in rows] for measure, name in (("seconds", "by the clock"), ("cpu_seconds", "of processors"))}
    memory = {"beyond the text": [(row["articles"], row["bytes_beyond_text"]) for row in rows]}
    return [chart.lines("Time over articles (generated)", "articles", "seconds", time, log_x=True, log_y=True),
            chart.lines("Memory over articles", "articles", "bytes an article", memory, log_x=True, floor=0)]


def table(rows):
    cells = "".join("<tr>" + "".join(f"<td>{html.escape(str(cell))}</td>" for cell in row) + "</tr>" for row in rows[1:])
    head = "".join(f"<th>{html.escape(str(cell))}</th>" for cell in rows[0])
    return f"<table><tr>{head}</tr>{cells}</table>"


def section(title, about, plots, extra=""):
    drawn = "".join(f"<div>{plot}</div>" for plot in plots if plot)
    if not drawn and not extra:
        return ""
    return f"<h2>{html.escape(title)}</h2><p>{html.escape(about)}</p><div class='plots'>{drawn}</div>{extra}"


def page(results, summary):
    rows = results["rivals"].get("rows", [])
    benchmarks = results["benchmarks"].get("benchmarks", [])
    accuracy = results["accuracy"]
    machine = results["machine"]
    skipped = [("rival", "skipped because")] + list(results["rivals"].get("skipped", {}).items())
    parts = [
        f"<h1>wireprint bench</h1><p class='about'>{results['date']}, commit <code>{results['commit']}</code>, {html.escape(machine['processor'])}, "
        f"{machine['cores']} cores. Command: <code>{html.escape(results['command'])}</code></p>",
        section("In short", "Each figure is a ratio of two measurements of this run.", [], table(summary)),
        section("Rivals, from raw text", "One thread; the same texts for all, to a MinHash of 128 slots.", rivals(rows, "text", "mb_per_second", "From raw text", "MB/s")),
        section("Rivals, from ready hashes", "One thread; the same 64-bit hashes for all.",
                rivals(rows, "hashes", "mhashes_per_second", "From ready hashes", "M hashes/s") + cost_and_error(rows)),
        section("Rivals, end to end", "Two processes or threads. By the clock, and by the processor time of all processes, which tells more where the machine does other things too; F1 is over labelled pairs of the same corpus.", end_to_end(rows),
                table(skipped) if len(skipped) > 1 else ""),
        section("Accuracy", "Dashed lines are theory; for sketches of partitions and for samples it is a bound.", errors(accuracy) + curves(accuracy)),
        section("Text", "One thread. Each script of news has its bar.", text_speeds(benchmarks)),
        section("Sketches, indexes, proof", "One thread.", sketch_costs(benchmarks) + index_costs(benchmarks) + proof_speeds(benchmarks)),
        section("Growth", "Generated news, both cores.", growth(results["growth"])),
    ]
    return f"<!doctype html><html lang='en'><meta charset='utf-8'><title>wireprint bench</title><style>{STYLE}</style>{''.join(parts)}</html>\n"
