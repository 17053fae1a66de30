// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/restricted_markdown.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <optional>

namespace foyer {
namespace {

constexpr int kHeadingLevels = 3;
constexpr std::size_t kNumberDigits = 4;
constexpr std::array<std::string_view, 3> kSchemes{"http://", "https://", "mailto:"};
constexpr std::string_view kEscapable = R"(\`*_{}[]()#+-.!<>"'&~|)";

bool isMarkdownBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isAsciiLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isAsciiDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string_view trimmedLine(std::string_view line)
{
    while (!line.empty() && (isMarkdownBlank(line.front()) || line.front() == '\r')) {
        line.remove_prefix(1);
    }
    while (!line.empty() && (isMarkdownBlank(line.back()) || line.back() == '\r')) {
        line.remove_suffix(1);
    }
    return line;
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(trimmedLine(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// A target is a scheme that is allowed and no blanks, quotes or angles behind it.
bool isLinkTarget(std::string_view target)
{
    std::string lower{target.substr(0, 8)};
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    const bool isKnown = std::ranges::any_of(kSchemes, [&](std::string_view scheme) {
        return lower.starts_with(scheme) && target.size() > scheme.size();
    });
    return isKnown && std::ranges::none_of(target, [](char c) {
               return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '\'' || c == '<' ||
                   c == '>' || c == '\\' || c == '\x7f';
           });
}

/// "[words](target)" at a place of a line: where it ends, and its parts.
struct LinkFound {
    std::string_view words;
    std::string_view target;
    std::size_t size = 0;
};
std::optional<LinkFound> linkAt(std::string_view line)
{
    if (line.empty() || line.front() != '[') {
        return std::nullopt;
    }
    const std::size_t close = line.find(']');
    if (close == std::string_view::npos || close + 1 >= line.size() || line[close + 1] != '(') {
        return std::nullopt;
    }
    const std::size_t end = line.find(')', close);
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    return LinkFound{line.substr(1, close - 1), line.substr(close + 2, end - close - 2), end + 1};
}

/// Reads a run of text into spans. Marks that are not closed are the letters they are.
class SpanReader {
public:
    explicit SpanReader(std::string_view text) : m_rest{text} {}

    std::vector<MarkdownSpan> read()
    {
        while (!m_rest.empty()) {
            readOne();
        }
        flush();
        return std::move(m_spans);
    }

private:
    void readOne()
    {
        const char c = m_rest.front();
        if (c == '\\' && m_rest.size() > 1 && kEscapable.find(m_rest[1]) != kEscapable.npos) {
            take(m_rest.substr(1, 1), 2);
        } else if (c == '*' || c == '_') {
            readMark(c);
        } else if (const auto link = c == '[' ? linkAt(m_rest) : std::nullopt;
                   link && isLinkTarget(link->target)) {
            flush();
            m_spans.push_back(
                {std::string{link->words}, m_isEmphasis, m_isStrong, std::string{link->target}});
            advance(link->size);
        } else {
            take(m_rest.substr(0, 1), 1);
        }
    }

    void readMark(char mark)
    {
        const std::size_t run = m_rest.starts_with(std::string(2, mark)) ? 2 : 1;
        bool& isOn = run == 2 ? m_isStrong : m_isEmphasis;
        const char before = m_last;
        const char after = m_rest.size() > run ? m_rest[run] : ' ';
        const bool isInsideWord = mark == '_' && isWord(before) && isWord(after);
        const bool opens = !isOn && !isMarkdownBlank(after) && !isInsideWord && isClosed(mark, run);
        const bool closes =
            isOn && !isMarkdownBlank(before) && !isInsideWord && m_mark[run] == mark;
        if (!opens && !closes) {
            take(m_rest.substr(0, run), run);
            return;
        }
        flush();
        isOn = opens;
        m_mark[run] = mark;
        m_last = mark;
        advance(run);
    }

    /// Whether the same mark comes again, behind something that it can close.
    bool isClosed(char mark, std::size_t run) const
    {
        for (std::size_t at = run + 1; at + run <= m_rest.size(); ++at) {
            if (m_rest.substr(at, run) == std::string(run, mark) &&
                !isMarkdownBlank(m_rest[at - 1]) && m_rest[at - 1] != '\\') {
                return true;
            }
        }
        return false;
    }

    static bool isWord(char c)
    {
        return isAsciiLetter(c) || isAsciiDigit(c) || static_cast<unsigned char>(c) >= 0x80;
    }

    void take(std::string_view text, std::size_t size)
    {
        m_text += text;
        m_last = text.back();
        advance(size);
    }
    void advance(std::size_t size) { m_rest.remove_prefix(size); }
    void flush()
    {
        if (!m_text.empty()) {
            m_spans.push_back({std::move(m_text), m_isEmphasis, m_isStrong, {}});
            m_text.clear();
        }
    }

    std::string_view m_rest;
    std::string m_text;
    std::vector<MarkdownSpan> m_spans;
    bool m_isEmphasis = false;
    bool m_isStrong = false;
    std::array<char, 3> m_mark{}; ///< which letter opened emphasis (1) and strong (2)
    char m_last = ' ';
};

/// What a line begins, and how many of its letters say so.
struct LineStart {
    MarkdownBlock::Kind kind = MarkdownBlock::Kind::Paragraph;
    int level = 0;
    std::size_t skip = 0;
};
LineStart startOf(std::string_view line)
{
    const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
    if (hashes > 0 && hashes < line.size() && isMarkdownBlank(line[hashes])) {
        return {MarkdownBlock::Kind::Heading, std::min(static_cast<int>(hashes), kHeadingLevels),
                hashes};
    }
    if (line.size() > 1 && (line[0] == '-' || line[0] == '*' || line[0] == '+') &&
        isMarkdownBlank(line[1])) {
        return {MarkdownBlock::Kind::Bullet, 0, 1};
    }
    std::size_t digits = 0;
    int number = 0;
    while (digits < line.size() && digits < kNumberDigits && isAsciiDigit(line[digits])) {
        number = number * 10 + (line[digits] - '0');
        ++digits;
    }
    if (digits > 0 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') &&
        isMarkdownBlank(line[digits + 1])) {
        return {MarkdownBlock::Kind::Numbered, number, digits + 1};
    }
    return {};
}

Error markdownFault(const char* code, std::string message, const std::string& where,
                    std::size_t line)
{
    Error error = badInput(code, std::move(message), where);
    error.facts = {std::to_string(line)};
    return error;
}

std::optional<Error> faultIn(std::string_view line, std::size_t number, const std::string& where)
{
    const std::string place = "Line " + std::to_string(number) + ": ";
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char next = at + 1 < line.size() ? line[at + 1] : ' ';
        if (line[at] == '\\') {
            ++at;
            continue;
        }
        if (line[at] == '<' && (isAsciiLetter(next) || next == '/' || next == '!' || next == '?')) {
            return markdownFault("markdown_html",
                                 place +
                                     "there is no HTML in these texts. Use *emphasis*, lists "
                                     "and [links](https://…), or write \\< for the sign.",
                                 where, number);
        }
        if (line[at] == '!' && next == '[' && linkAt(line.substr(at + 1))) {
            return markdownFault("markdown_image",
                                 place + "pictures do not belong into the text. Link to them.",
                                 where, number);
        }
        if (const auto link = linkAt(line.substr(at)); link && !isLinkTarget(link->target)) {
            return markdownFault("markdown_link",
                                 place +
                                     "a link goes to http://, https:// or mailto: and has no "
                                     "blanks.",
                                 where, number);
        }
    }
    return std::nullopt;
}

} // namespace

Result<void> checkMarkdown(std::string_view text, const std::string& where)
{
    if (text.size() > kMarkdownMax) {
        return badInput("text_too_long",
                        "A description has at most " + std::to_string(kMarkdownMax) +
                            " letters. Shorten it, or link to the rest.",
                        where);
    }
    const bool hasControls = std::ranges::any_of(text, [](char c) {
        return (static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\r' && c != '\t') ||
            c == '\x7f';
    });
    if (!isUtf8(text) || hasControls) {
        return badInput("bad_text", "This is not text (UTF-8). Type it anew.", where);
    }
    std::size_t number = 0;
    for (const std::string_view line : linesOf(text)) {
        if (auto fault = faultIn(line, ++number, where)) {
            return *std::move(fault);
        }
    }
    return {};
}

std::vector<MarkdownBlock> markdownBlocks(std::string_view text)
{
    std::vector<MarkdownBlock> blocks;
    std::string words;
    LineStart open;
    const auto close = [&] {
        if (!words.empty()) {
            blocks.push_back({open.kind, open.level, SpanReader{words}.read()});
        }
        words.clear();
    };
    for (const std::string_view line : linesOf(text)) {
        const LineStart start = startOf(line);
        if (line.empty() || start.kind != MarkdownBlock::Kind::Paragraph ||
            open.kind == MarkdownBlock::Kind::Heading) {
            close();
            open = start;
        }
        const std::string_view rest = trimmedLine(line.substr(start.skip));
        words += words.empty() || rest.empty() ? "" : " ";
        words += rest;
    }
    close();
    return blocks;
}

} // namespace foyer
