package dev.banyan.architecture.tool;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A page of its own, without anything that has to be loaded.
 */
final class Html {

	private static final String STYLE = """
			:root{color-scheme:light dark;--line:#8884;--good:#1a7f37;--bad:#cf222e;--soft:#8881}
			body{font:15px/1.5 system-ui,sans-serif;max-width:1200px;margin:2rem auto;padding:0 1rem}
			h1{font-size:1.6rem;margin:0}h2{font-size:1.15rem;margin:2.2rem 0 .6rem}
			.lead{font-size:1.2rem;font-weight:600;margin:.4rem 0}.good{color:var(--good)}.bad{color:var(--bad)}
			.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}
			th,td{text-align:left;vertical-align:top;padding:.4rem .7rem;border-bottom:1px solid var(--line);overflow-wrap:break-word}
			th{font-weight:600;background:var(--soft)}tr.facts td:first-child,td:has(.bar,.day){white-space:nowrap}tr.facts td:first-child{width:12rem}.scroll+.scroll{margin-top:.8rem}
			tr.ok td:first-child{color:var(--good);font-weight:700}tr.fail td:first-child{color:var(--bad);font-weight:700}
			.bar{display:inline-block;width:6rem;height:.6rem;background:var(--soft);border:1px solid var(--line);border-radius:.3rem;margin-right:.5rem}
			.trend{width:6rem;height:1.2rem;fill:none;stroke:var(--good);stroke-width:6;vector-effect:non-scaling-stroke}
			.bar i{display:block;height:100%;background:var(--good);border-radius:.3rem}
			""";

	private final StringBuilder text = new StringBuilder();

	Html(String title) {
		this.text.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
			.append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
			.append(escaped(title))
			.append("</title><style>\n")
			.append(STYLE)
			.append("</style></head><body>\n<h1>")
			.append(escaped(title))
			.append("</h1>\n");
	}

	void lead(String sentence, boolean good) {
		this.text.append("<p class=\"lead ")
			.append(good ? "good" : "bad")
			.append("\">")
			.append(escaped(sentence))
			.append("</p>\n");
	}

	void heading(String words) {
		this.text.append("<h2>").append(escaped(words)).append("</h2>\n");
	}

	void text(String words) {
		this.text.append("<p>").append(escaped(words)).append("</p>\n");
	}

	void beginTable(String... heads) {
		this.text.append("<div class=\"scroll\"><table>");
		if (!String.join("", heads).isEmpty()) {
			this.text.append("<tr>");
			for (String head : heads) {
				this.text.append("<th>").append(escaped(head)).append("</th>");
			}
			this.text.append("</tr>\n");
		}
	}

	void row(String style, Object... cells) {
		this.text.append("<tr class=\"").append(style).append("\">");
		for (Object cell : cells) {
			this.text.append("<td>")
				.append((cell instanceof Figure figure) ? figure.html() : escaped(String.valueOf(cell)))
				.append("</td>");
		}
		this.text.append("</tr>\n");
	}

	void endTable() {
		this.text.append("</table></div>\n");
	}

	Bar bar(int percent) {
		return new Bar(percent);
	}

	Trend trend(Map<LocalDate, Integer> percents) {
		return new Trend(percents);
	}

	/** What has markup of its own. */
	private interface Figure {

		String html();

	}

	/** Shares by day as a line, with the first and the last one in words. */
	record Trend(Map<LocalDate, Integer> percents) implements Figure {

		@Override
		public String html() {
			if (this.percents.isEmpty()) {
				return "";
			}
			List<Map.Entry<LocalDate, Integer>> days = List.copyOf(this.percents.entrySet());
			if (days.size() == 1) {
				return "<span class=\"day\">" + days.getFirst().getValue() + " on " + days.getFirst().getKey()
						+ "</span>";
			}
			StringBuilder points = new StringBuilder();
			for (int i = 0; i < days.size(); i++) {
				points.append(100 * i / (days.size() - 1)).append(',').append(100 - days.get(i).getValue()).append(' ');
			}
			String words = days.getFirst().getKey() + ": " + days.getFirst().getValue() + ", " + days.getLast().getKey()
					+ ": " + days.getLast().getValue();
			return "<svg class=\"trend\" viewBox=\"-3 -3 106 106\" preserveAspectRatio=\"none\" role=\"img\"><title>"
					+ words + "</title><polyline points=\"" + points.toString().strip() + "\"/></svg>";
		}

	}

	/** A share as a bar and a number. */
	record Bar(int percent) implements Figure {

		@Override
		public String html() {
			return "<span class=\"bar\"><i style=\"width:" + this.percent + "%\"></i></span>" + this.percent;
		}

	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("/", "/<wbr>");
	}

	@Override
	public String toString() {
		return this.text + "</body></html>\n";
	}

}
