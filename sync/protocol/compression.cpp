// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/protocol/compression.h"

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

} // namespace foyer
