// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/gallery_panel.h"

#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/events/intake_telling.h"
#include "ui/events/picture_thumbs.h"
#include "ui/events/picture_words.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace foyer::ui {
namespace {

constexpr QSize kGalleryRoom{96, 64};
constexpr int kGalleryRowsSeen = 4;
constexpr int kGalleryRow = 76;

} // namespace

GalleryPanel::GalleryPanel(EventsPresenter& presenter, PictureThumbs& thumbs, QWidget* parent)
    : PictureDrop{parent}, m_presenter{presenter}, m_thumbs{thumbs}
{
    auto* inside = new QVBoxLayout{this};
    inside->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    inside->setSpacing(kInside);
    inside->addWidget(makeLabel(tr("Gallery"), "section", this));
    inside->addWidget(buildButtons());
    m_telling = new IntakeTelling{this};
    inside->addWidget(m_telling);
    m_list = new QListWidget{this};
    m_list->setAccessibleName(tr("Pictures of the gallery, in their order"));
    m_list->setAccessibleDescription(
        tr("Ctrl+Up and Ctrl+Down move a picture, Delete takes it out"));
    m_list->setToolTip(m_list->accessibleDescription());
    m_list->setIconSize(kGalleryRoom);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    inside->addWidget(m_list);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(kBetween);
    auto* line = new QLineEdit{this};
    line->setPlaceholderText(tr("For those who do not see it"));
    m_words = new SavedField{line, addField(*form, tr("What the chosen picture shows"), line, this),
                             [this](const QString& words, SavedField::Done done) {
                                 if (const PictureReference* picture = described()) {
                                     m_presenter.edit(SetGalleryPicture{worded(*picture, m_language,
                                                                               words)},
                                                      std::move(done));
                                 }
                             }};
    inside->addLayout(form);
    const auto key = [this](const QKeySequence& keys, std::function<void()> act) {
        auto* shortcut = new QShortcut{keys, m_list};
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, std::move(act));
    };
    key(QKeySequence{Qt::CTRL | Qt::Key_Up}, [this] { move(-1); });
    key(QKeySequence{Qt::CTRL | Qt::Key_Down}, [this] { move(1); });
    key(QKeySequence{Qt::Key_Delete}, [this] { takeOut(); });
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        m_words->flush(); // of the picture that was chosen before
        showChosen(false);
    });
}

QWidget* GalleryPanel::buildButtons()
{
    auto* buttons = new QWidget{this};
    auto* row = new QHBoxLayout{buttons};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kInside);
    auto* add = makeButton(tr("Add pictures…"), "", buttons);
    setButtonIcon(add, QStringLiteral("plus"));
    m_earlier = makeButton(tr("Earlier"), "", buttons);
    m_later = makeButton(tr("Later"), "", buttons);
    m_takeOut = makeButton(tr("Take it out"), "", buttons);
    for (QPushButton* button : {add, m_earlier, m_later, m_takeOut}) {
        row->addWidget(button);
    }
    row->addStretch();
    connect(add, &QPushButton::clicked, this, &GalleryPanel::addAsked);
    connect(m_earlier, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_later, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_takeOut, &QPushButton::clicked, this, &GalleryPanel::takeOut);
    return buttons;
}

void GalleryPanel::flush()
{
    m_words->flush();
}

void GalleryPanel::present(const EventView& view, const QString& language, bool isOther)
{
    m_language = language;
    int row = isOther ? 0 : std::max(m_list->currentRow(), 0);
    {
        const QSignalBlocker quiet{m_list};
        m_list->clear();
        for (const PictureReference& picture : view.gallery) {
            if (!isOther && m_shown == picture.hash) {
                row = m_list->count();
            }
            const QString words = wordsOf(picture, m_language);
            auto* item = new QListWidgetItem{words.isEmpty() ? tr("Not described in this language")
                                                             : isolated(words),
                                             m_list};
            item->setData(Qt::AccessibleTextRole,
                          tr("Picture %L1 of %L2: %3")
                              .arg(m_list->count())
                              .arg(view.gallery.size())
                              .arg(item->text()));
            item->setSizeHint({0, kGalleryRow});
        }
        m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    }
    m_list->setVisible(m_list->count() > 0);
    m_list->setFixedHeight(kInside +
                           kGalleryRow * std::clamp(m_list->count(), 1, kGalleryRowsSeen));
    showPictures();
    showChosen(isOther);
}

void GalleryPanel::showChosen(bool isOther)
{
    const PictureReference* picture = chosen();
    const auto hash = picture != nullptr ? std::optional{picture->hash} : std::nullopt;
    m_words->present(picture != nullptr ? wordsOf(*picture, m_language) : QString{},
                     isOther || hash != m_shown);
    m_shown = hash;
    m_words->fault().field->setEnabled(picture != nullptr);
    const int row = m_list->currentRow();
    m_earlier->setEnabled(picture != nullptr && row > 0);
    m_later->setEnabled(picture != nullptr && row + 1 < m_list->count());
    m_takeOut->setEnabled(picture != nullptr);
}

void GalleryPanel::showPictures()
{
    const EventView* view = m_presenter.view();
    if (view == nullptr || !isVisible()) {
        return; // nothing is read before somebody looks
    }
    const qreal ratio = devicePixelRatioF();
    const int count = std::min(m_list->count(), static_cast<int>(view->gallery.size()));
    for (int row = 0; row < count; ++row) {
        QPixmap shown = fitted(m_thumbs.of(view->gallery[static_cast<std::size_t>(row)].hash),
                               kGalleryRoom, ratio);
        if (shown.isNull()) { // keeps its room
            shown = QPixmap{kGalleryRoom * ratio};
            shown.setDevicePixelRatio(ratio);
            shown.fill(currentPalette().line);
        }
        m_list->item(row)->setIcon(QIcon{shown});
    }
}

const PictureReference* GalleryPanel::chosen() const
{
    const EventView* view = m_presenter.view();
    const auto row = static_cast<std::size_t>(m_list->currentRow());
    return view != nullptr && row < view->gallery.size() ? &view->gallery[row] : nullptr;
}

const PictureReference* GalleryPanel::described() const
{
    const EventView* view = m_presenter.view();
    if (view == nullptr || !m_shown) {
        return nullptr;
    }
    const auto found = std::ranges::find(view->gallery, *m_shown, &PictureReference::hash);
    return found != view->gallery.end() ? &*found : nullptr;
}

void GalleryPanel::move(int by)
{
    const EventView* view = m_presenter.view();
    const int to = m_list->currentRow() + by;
    if (view == nullptr || chosen() == nullptr || to < 0 || to >= m_list->count()) {
        return;
    }
    m_words->flush();
    OrderGallery edit;
    for (const PictureReference& picture : view->gallery) {
        edit.order.push_back(picture.hash);
    }
    std::swap(edit.order[static_cast<std::size_t>(to - by)],
              edit.order[static_cast<std::size_t>(to)]);
    m_presenter.edit(edit);
}

void GalleryPanel::takeOut()
{
    if (const PictureReference* picture = chosen()) {
        m_presenter.edit(RemoveFromGallery{picture->hash});
    }
}

} // namespace foyer::ui
