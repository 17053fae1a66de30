// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/restricted_markdown.h"

namespace foyer {
namespace {

void appendEscaped(std::string& html, std::string_view text)
{
    for (const char c : text) {
        switch (c) {
        case '&':
            html += "&amp;";
            break;
        case '<':
            html += "&lt;";
            break;
        case '>':
            html += "&gt;";
            break;
        case '"':
            html += "&quot;";
            break;
        case '\'':
            html += "&#39;";
            break;
        default:
            html += c;
        }
    }
}

void appendSpans(std::string& html, const std::vector<MarkdownSpan>& spans)
{
    for (const MarkdownSpan& span : spans) {
        html += span.isStrong ? "<strong>" : "";
        html += span.isEmphasis ? "<em>" : "";
        if (!span.link.empty()) {
            html += "<a href=\"";
            appendEscaped(html, span.link);
            html += "\" rel=\"noopener nofollow\">";
        }
        appendEscaped(html, span.text);
        html += span.link.empty() ? "" : "</a>";
        html += span.isEmphasis ? "</em>" : "";
        html += span.isStrong ? "</strong>" : "";
    }
}

std::string tagOf(const MarkdownBlock& block)
{
    switch (block.kind) {
    case MarkdownBlock::Kind::Heading:
        return "h" + std::to_string(block.level + 1); // the title of the event is the first
    case MarkdownBlock::Kind::Paragraph:
        return "p";
    default:
        return "li";
    }
}

} // namespace

std::string markdownToHtml(std::string_view text)
{
    std::string html;
    std::string_view list;
    const auto inList = [&](std::string_view wanted) {
        if (list != wanted && !list.empty()) {
            html.append("</").append(list).append(">\n");
        }
        if (list != wanted && !wanted.empty()) {
            html.append("<").append(wanted).append(">\n");
        }
        list = wanted;
    };
    for (const MarkdownBlock& block : markdownBlocks(text)) {
        const std::string tag = tagOf(block);
        const std::string_view wanted = block.kind == MarkdownBlock::Kind::Bullet ? "ul"
            : block.kind == MarkdownBlock::Kind::Numbered                         ? "ol"
                                                                                  : "";
        inList(wanted);
        html.append("<").append(tag).append(">");
        appendSpans(html, block.spans);
        html.append("</").append(tag).append(">\n");
    }
    inList({});
    return html;
}

std::string markdownToPlain(std::string_view text)
{
    std::string plain;
    auto before = MarkdownBlock::Kind::Heading;
    for (const MarkdownBlock& block : markdownBlocks(text)) {
        const bool isItem = block.kind == MarkdownBlock::Kind::Bullet ||
            block.kind == MarkdownBlock::Kind::Numbered;
        plain += plain.empty() || (isItem && before == block.kind) ? "" : "\n";
        before = block.kind;
        if (isItem) {
            plain += block.kind == MarkdownBlock::Kind::Bullet ? "- "
                                                               : std::to_string(block.level) + ". ";
        }
        for (const MarkdownSpan& span : block.spans) {
            plain += span.text;
            if (!span.link.empty() && span.link != span.text) {
                plain.append(" (").append(span.link).append(")");
            }
        }
        plain += '\n';
    }
    return plain;
}

} // namespace foyer
