// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/picture/paper_poster.h"

#include "app/picture/picture_child.h"
#include "core/services/counter.h"
#include "core/services/picture_use.h"
#include "core/services/pictures.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>

namespace foyer {
namespace {

/// Three centimetres on paper at 270 dots per inch.
constexpr std::int64_t kPaperPosterWidth = 320;
/// A printer waits for it: a picture that takes longer is left out.
constexpr std::chrono::seconds kPaperPatience{2};
constexpr std::size_t kPostersKept = 32;

/// A hash is of these bytes for ever, so nothing here is ever out of date.
class PaperPosters {
public:
    std::shared_ptr<const PaperPicture> find(const PictureHash& hash)
    {
        const std::lock_guard lock{m_lock};
        const auto found = m_posters.find(hash);
        return found != m_posters.end() ? found->second : nullptr;
    }
    void keep(const PictureHash& hash, std::shared_ptr<const PaperPicture> pixels)
    {
        const std::lock_guard lock{m_lock};
        if (m_posters.size() >= kPostersKept) {
            m_posters.clear();
        }
        m_posters[hash] = std::move(pixels);
    }

private:
    std::mutex m_lock;
    std::map<PictureHash, std::shared_ptr<const PaperPicture>> m_posters;
};

PaperPosters& paperPosters()
{
    static PaperPosters posters;
    return posters;
}

} // namespace

std::shared_ptr<const PaperPicture> posterForPaper(Counter& counter, EventId event)
{
    const auto shown = eventPictures(counter, event);
    if (!shown || !shown->poster) {
        return nullptr;
    }
    const PictureHash hash = shown->poster->hash;
    if (auto known = paperPosters().find(hash)) {
        return known;
    }
    const auto path = picture(counter, hash, kPaperPosterWidth);
    if (!path) {
        return nullptr;
    }
    std::ifstream file{*path, std::ios::binary};
    const Bytes bytes{std::istreambuf_iterator<char>{file}, {}};
    const auto pixels = PictureChild{{}, kPaperPatience}.paint(bytes, kPaperPosterWidth);
    if (!pixels) {
        return nullptr;
    }
    auto kept = std::make_shared<const PaperPicture>(paperPicture(*pixels));
    paperPosters().keep(hash, kept);
    return kept;
}

} // namespace foyer
