// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/compression.h"

#include "core/base/ensure.h"

#include <algorithm>
#include <memory>
#include <zstd.h>

namespace foyer {
namespace {

// Level 3 is where sales stop getting much smaller; the higher ones cost several times as much.
constexpr int kLevel = 3;
// A frame may ask for a window of this many bytes (2^n), and no more.
constexpr int kWindowLogMax = 23;

Error notAFrame()
{
    return badInput("bad_message", "This message is damaged. It is sent again.");
}

/// What a frame that is written in pieces costs; its writer has the time.
constexpr int kPiecesLevel = 9;

} // namespace

Bytes compressed(ByteView bytes)
{
    Bytes frame(ZSTD_compressBound(bytes.size()));
    const std::size_t size =
        ZSTD_compress(frame.data(), frame.size(), bytes.data(), bytes.size(), kLevel);
    ENSURE(ZSTD_isError(size) == 0); // fails for want of memory only
    frame.resize(size);
    return frame;
}

Result<Bytes> decompressed(ByteView bytes, std::size_t most)
{
    const std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream{ZSTD_createDStream(),
                                                                            &ZSTD_freeDStream};
    ENSURE(stream != nullptr);
    ZSTD_DCtx_setParameter(stream.get(), ZSTD_d_windowLogMax, kWindowLogMax);
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    Bytes text;
    std::size_t left = 1;
    while (left != 0) {
        if (text.size() >= most) {
            return badInput("message_too_large",
                            "This message is larger than any that Foyer sends. It was not taken.");
        }
        const std::size_t before = text.size();
        text.resize(std::min(most, before + ZSTD_DStreamOutSize()));
        ZSTD_outBuffer out{text.data() + before, text.size() - before, 0};
        left = ZSTD_decompressStream(stream.get(), &out, &in);
        text.resize(before + out.pos);
        if (ZSTD_isError(left) != 0 || (left != 0 && in.pos == in.size && out.pos < out.size)) {
            return notAFrame();
        }
    }
    return in.pos == in.size ? Result<Bytes>{std::move(text)} : notAFrame();
}

struct FrameWriter::Private {
    std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context{ZSTD_createCCtx(), &ZSTD_freeCCtx};
    Bytes frame;

    void push(ByteView text, ZSTD_EndDirective directive)
    {
        ZSTD_inBuffer in{text.data(), text.size(), 0};
        std::size_t left = 1;
        while (in.pos < in.size || (directive == ZSTD_e_end && left != 0)) {
            const std::size_t before = frame.size();
            frame.resize(before + ZSTD_CStreamOutSize());
            ZSTD_outBuffer out{frame.data() + before, frame.size() - before, 0};
            left = ZSTD_compressStream2(context.get(), &out, &in, directive);
            ENSURE(ZSTD_isError(left) == 0); // fails for want of memory only
            frame.resize(before + out.pos);
        }
    }
};

FrameWriter::FrameWriter() : d{new Private}
{
    ENSURE(d->context != nullptr);
    ZSTD_CCtx_setParameter(d->context.get(), ZSTD_c_compressionLevel, kPiecesLevel);
    ZSTD_CCtx_setParameter(d->context.get(), ZSTD_c_windowLog, kWindowLogMax);
}

FrameWriter::~FrameWriter() = default;

void FrameWriter::add(ByteView text)
{
    d->push(text, ZSTD_e_continue);
}

Bytes FrameWriter::finish()
{
    d->push({}, ZSTD_e_end);
    return std::move(d->frame);
}

struct FrameReader::Private {
    std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context{ZSTD_createDCtx(), &ZSTD_freeDCtx};
    ZSTD_inBuffer in{};
};

FrameReader::FrameReader(ByteView frame) : d{new Private}
{
    ENSURE(d->context != nullptr);
    ZSTD_DCtx_setParameter(d->context.get(), ZSTD_d_windowLogMax, kWindowLogMax);
    d->in = {frame.data(), frame.size(), 0};
}

FrameReader::~FrameReader() = default;

Result<Bytes> FrameReader::next(std::size_t size)
{
    Bytes text(size);
    ZSTD_outBuffer out{text.data(), text.size(), 0};
    while (out.pos < out.size) {
        const std::size_t before = d->in.pos + out.pos;
        const std::size_t left = ZSTD_decompressStream(d->context.get(), &out, &d->in);
        const bool stands = d->in.pos + out.pos == before;
        if (ZSTD_isError(left) != 0 || ((left == 0 || stands) && out.pos < out.size)) {
            return notAFrame();
        }
    }
    return text;
}

} // namespace foyer
