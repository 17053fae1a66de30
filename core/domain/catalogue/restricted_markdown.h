// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// A part of CommonMark that says everything an event has to say and can do no harm: paragraphs,
/// headings (# to ###), bullet and numbered lists, *emphasis*, **strong**, and links to http, https
/// and mailto. There is no HTML: what looks like a tag is refused where it is written, and shown as
/// the letters that it is made of where it is read. So are images and all other schemes.

struct MarkdownSpan {
    std::string text;
    bool isEmphasis = false;
    bool isStrong = false;
    std::string link; ///< empty: none
    friend bool operator==(const MarkdownSpan&, const MarkdownSpan&) = default;
};

struct MarkdownBlock {
    enum class Kind : std::uint8_t { Paragraph, Heading, Bullet, Numbered };
    Kind kind = Kind::Paragraph;
    int level = 0; ///< of a heading, 1 to 3; of a numbered item, its number
    std::vector<MarkdownSpan> spans;
    friend bool operator==(const MarkdownBlock&, const MarkdownBlock&) = default;
};

/// At most so many bytes of description.
inline constexpr std::size_t kMarkdownMax = 20'000;

/// Whether a text may be kept. Bad input, with `where`: text_too_long, bad_text (not UTF-8, or
/// control characters), markdown_html, markdown_image, markdown_link (another scheme than the
/// three); the fact is the line.
Result<void> checkMarkdown(std::string_view text, const std::string& where);

/// What a text says, for whoever draws it. Takes any bytes; what is none of the above is text.
std::vector<MarkdownBlock> markdownBlocks(std::string_view text);

/// The same as HTML with all letters escaped, and as plain text with its links behind their words.
std::string markdownToHtml(std::string_view text);
std::string markdownToPlain(std::string_view text);

} // namespace foyer
