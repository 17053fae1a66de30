// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/pictures/picture_answer.h"

#include "core/domain/pictures/picture_pixels.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <string>

namespace foyer {
namespace {

constexpr std::string_view kAnswerBegin = "foyer-picture 1\n";
constexpr std::string_view kAnswerEnd = "end\n";
constexpr std::size_t kAnswerLineMax = 100;

struct FaultWords {
    const char* code;
    const char* sentence;
};

constexpr std::array<FaultWords, 8> kFaultWords{
    {{"picture_too_large",
      "This picture has more than 10 MB. Save it smaller, for example as a JPEG 2000 pixels wide."},
     {"picture_format",
      "This is no JPEG, PNG or WebP picture, whatever its name says. Save or export it as one of "
      "these; drawings (SVG), HEIC, TIFF and GIF are not taken."},
     {"picture_too_many_pixels",
      "This picture has more than 40 megapixels. Save it smaller, for example 2000 pixels wide."},
     {"picture_too_narrow",
      "One side of this picture is more than eight times as long as the other. Crop it."},
     {"picture_animated", "This picture moves. Save one of its frames as a picture of its own."},
     {"picture_cmyk",
      "This picture has the colours of a printing press (CMYK), which screens show wrongly. Save "
      "it with RGB colours."},
     {"picture_damaged",
      "This picture is damaged or not complete. Open it in a picture program and save it again."},
     {"picture_too_hard",
      "This picture takes more memory or time than a picture may. Open it in a picture program "
      "and save it again."}}};

/// Takes an answer apart from its beginning.
class PictureAnswerReader {
public:
    explicit PictureAnswerReader(ByteView answer) : m_rest{answer} {}

    bool isAtEnd() const { return m_rest.empty(); }
    bool take(std::string_view literal)
    {
        if (m_rest.size() < literal.size() ||
            !std::ranges::equal(m_rest.first(literal.size()), bytesOf(literal))) {
            return false;
        }
        m_rest = m_rest.subspan(literal.size());
        return true;
    }
    std::optional<std::string> word(char end)
    {
        const auto window = m_rest.first(std::min(m_rest.size(), kAnswerLineMax));
        const auto found = std::ranges::find(window, static_cast<std::uint8_t>(end));
        if (found == window.end()) {
            return std::nullopt;
        }
        std::string text{window.begin(), found};
        m_rest = m_rest.subspan(text.size() + 1);
        return text;
    }
    std::optional<std::int64_t> number(char end, std::int64_t atMost)
    {
        const auto text = word(end);
        std::int64_t value = 0;
        if (!text) {
            return std::nullopt;
        }
        const char* last = text->data() + text->size();
        const auto [stop, error] = std::from_chars(text->data(), last, value);
        return error == std::errc{} && stop == last && value >= 1 && value <= atMost
            ? std::optional{value}
            : std::nullopt;
    }
    std::optional<PictureFormat> format()
    {
        const auto name = word(' ');
        return name ? pictureFormatNamed(*name) : std::nullopt;
    }
    std::optional<Bytes> bytes(std::int64_t count)
    {
        const auto size = static_cast<std::size_t>(count);
        if (m_rest.size() < size) {
            return std::nullopt;
        }
        const ByteView taken = m_rest.first(size);
        m_rest = m_rest.subspan(size);
        return Bytes{taken.begin(), taken.end()};
    }

private:
    ByteView m_rest;
};

std::optional<PictureMade::Rendition> readMadeRendition(PictureAnswerReader& reader)
{
    const auto format = reader.format();
    const auto width = reader.number(' ', kPicturePixelsMax);
    const auto height = reader.number(' ', kPicturePixelsMax);
    const auto size = reader.number('\n', static_cast<std::int64_t>(kRenditionBytesMax));
    if (!format || !width || !height || !size) {
        return std::nullopt;
    }
    auto bytes = reader.bytes(*size);
    if (!bytes) {
        return std::nullopt;
    }
    return PictureMade::Rendition{*format, {*width, *height}, *std::move(bytes)};
}

void appendTo(Bytes& answer, std::string_view text)
{
    std::ranges::copy(bytesOf(text), std::back_inserter(answer));
}

/// What an answer refuses with, after its first word.
Error refusalIn(PictureAnswerReader& reader)
{
    const auto code = reader.word('\n');
    const auto* found = std::ranges::find_if(kFaultWords, [&](const FaultWords& words) {
        return code == words.code;
    });
    const bool isWhole = reader.take(kAnswerEnd) && reader.isAtEnd();
    return isWhole && found != kFaultWords.end()
        ? pictureError(static_cast<PictureFault>(found - kFaultWords.begin()))
        : pictureWorkerFailed();
}

std::string sizeWords(PictureFormat format, PictureSize size)
{
    return std::string{pictureFormatName(format)} + " " + std::to_string(size.width) + " " +
        std::to_string(size.height);
}

} // namespace

std::string_view pictureFaultCode(PictureFault fault)
{
    return kFaultWords.at(static_cast<std::size_t>(fault)).code;
}

Error pictureError(PictureFault fault)
{
    const FaultWords& words = kFaultWords.at(static_cast<std::size_t>(fault));
    return badInput(words.code, words.sentence, "picture");
}

Error pictureWorkerFailed()
{
    return storageError("picture_worker_failed",
                        "The program that reads pictures (foyer-picture) did not answer. Try "
                        "again; if it stays so, install Foyer anew.");
}

Bytes encodePictureAnswer(const PictureMade& made)
{
    Bytes answer;
    appendTo(answer, kAnswerBegin);
    appendTo(answer, "picture " + sizeWords(made.format, made.size) + "\n");
    for (const PictureMade::Rendition& each : made.renditions) {
        appendTo(answer,
                 "rendition " + sizeWords(each.format, each.size) + " " +
                     std::to_string(each.bytes.size()) + "\n");
        answer.insert(answer.end(), each.bytes.begin(), each.bytes.end());
    }
    appendTo(answer, kAnswerEnd);
    return answer;
}

Bytes encodePictureAnswer(PictureFault fault)
{
    std::string answer{kAnswerBegin};
    answer.append("refused ").append(pictureFaultCode(fault)).append("\n").append(kAnswerEnd);
    const ByteView bytes = bytesOf(answer);
    return {bytes.begin(), bytes.end()};
}

Result<PictureMade> decodePictureAnswer(ByteView answer)
{
    PictureAnswerReader reader{answer};
    if (!reader.take(kAnswerBegin)) {
        return pictureWorkerFailed();
    }
    if (reader.take("refused ")) {
        return refusalIn(reader);
    }
    PictureMade made;
    std::vector<PictureSize> sizes;
    const auto format = reader.take("picture ") ? reader.format() : std::nullopt;
    const auto width = reader.number(' ', kPicturePixelsMax);
    const auto height = reader.number('\n', kPicturePixelsMax);
    if (!format || !width || !height || *height > kPicturePixelsMax / *width) {
        return pictureWorkerFailed();
    }
    made.format = *format;
    made.size = {*width, *height};
    while (sizes.size() < kRenditionWidths.size() && reader.take("rendition ")) {
        auto rendition = readMadeRendition(reader);
        if (!rendition) {
            return pictureWorkerFailed();
        }
        sizes.push_back(rendition->size);
        made.renditions.push_back(*std::move(rendition));
    }
    const bool areRight = sizes.empty() || sizes == renditionSizes(made.size);
    return areRight && reader.take(kAnswerEnd) && reader.isAtEnd()
        ? Result<PictureMade>{std::move(made)}
        : Result<PictureMade>{pictureWorkerFailed()};
}

Bytes encodePixelsAnswer(const PicturePixels& pixels)
{
    Bytes answer;
    appendTo(answer, kAnswerBegin);
    appendTo(answer,
             "pixels " + std::to_string(pixels.size.width) + " " +
                 std::to_string(pixels.size.height) + "\n");
    answer.insert(answer.end(), pixels.rgba.begin(), pixels.rgba.end());
    appendTo(answer, kAnswerEnd);
    return answer;
}

Result<PicturePixels> decodePixelsAnswer(ByteView answer, std::int64_t width)
{
    constexpr std::int64_t kBytesAPixel = 4;
    PictureAnswerReader reader{answer};
    if (!reader.take(kAnswerBegin)) {
        return pictureWorkerFailed();
    }
    if (reader.take("refused ")) {
        return refusalIn(reader);
    }
    const std::int64_t widest = std::min(width, kPixelsWidthMax);
    const auto across = reader.take("pixels ") ? reader.number(' ', widest) : std::nullopt;
    const auto down = reader.number('\n', widest * kPictureRatioMax);
    auto bytes = across && down ? reader.bytes(*across * *down * kBytesAPixel) : std::nullopt;
    if (!bytes || !reader.take(kAnswerEnd) || !reader.isAtEnd()) {
        return pictureWorkerFailed();
    }
    return PicturePixels{{*across, *down}, *std::move(bytes)};
}

} // namespace foyer
