// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/pictures_step.h"

#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/events/gallery_panel.h"
#include "ui/events/intake_telling.h"
#include "ui/events/language_names.h"
#include "ui/events/picture_drop.h"
#include "ui/events/picture_intake.h"
#include "ui/events/picture_thumbs.h"
#include "ui/events/picture_words.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr QSize kPosterRoom{150, 212};

} // namespace

PicturesStep::PicturesStep(EventsPresenter& presenter, EventAsk& ask, QWidget* parent)
    : EventStep{presenter, ask, tr("What does it look like?"),
                tr("JPEG, PNG or WebP, up to 10 MB: drop files here, or choose them. It works "
                   "without a network; the other counters get them when there is one."),
                parent},
      m_intake{new PictureIntake{presenter, this}}, m_thumbs{
                                                        new PictureThumbs{presenter.port(), this}}
{
    QFormLayout* form = addForm();
    m_language = new QComboBox{this};
    m_language->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addField(*form, tr("Described in"), m_language, this);
    column().addWidget(buildPoster());
    m_gallery = new GalleryPanel{presenter, *m_thumbs, this};
    column().addWidget(m_gallery);
    column().addStretch();
    setFocusProxy(m_choose);
    connect(m_language, &QComboBox::activated, this, [this] {
        flush();
        if (const EventView* view = this->view()) {
            showPoster(*view, true);
            m_gallery->present(*view, language(), true);
        }
    });
    connect(m_gallery, &GalleryPanel::addAsked, this, [this] { choose(false); });
    connect(m_gallery, &PictureDrop::dropped, this,
            [this](const QList<QUrl>& files) { give(files, false); });
    connect(m_intake, &PictureIntake::changed, this, &PicturesStep::tell);
    connect(m_thumbs, &PictureThumbs::came, this, &PicturesStep::showPictures);
}

QWidget* PicturesStep::buildPoster()
{
    auto* panel = new PictureDrop{this};
    auto* row = new QHBoxLayout{panel};
    row->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    row->setSpacing(kBetween);
    m_poster = makeLabel({}, "muted", panel);
    m_poster->setFixedSize(kPosterRoom);
    m_poster->setAlignment(Qt::AlignCenter);
    m_poster->setWordWrap(true);
    row->addWidget(m_poster, 0, Qt::AlignTop);
    row->addWidget(buildPosterWords(panel), 1);
    connect(panel, &PictureDrop::dropped, this,
            [this](const QList<QUrl>& files) { give(files, true); });
    return panel;
}

QWidget* PicturesStep::buildPosterWords(QWidget* panel)
{
    auto* words = new QWidget{panel};
    auto* inside = new QVBoxLayout{words};
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(kInside);
    inside->addWidget(makeLabel(tr("Poster"), "section", words));
    auto* hint = makeLabel(
        tr("Stands for the event wherever it is shown, and on tickets that are wide enough."),
        "muted", words);
    hint->setWordWrap(true);
    inside->addWidget(hint);
    auto* buttons = new QHBoxLayout;
    m_choose = makeButton(tr("Choose a poster…"), "", words);
    setButtonIcon(m_choose, QStringLiteral("image"));
    m_takeDown = makeButton(tr("Take it down"), "", words);
    buttons->addWidget(m_choose);
    buttons->addWidget(m_takeDown);
    buttons->addStretch();
    inside->addLayout(buttons);
    m_telling = new IntakeTelling{words};
    inside->addWidget(m_telling);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(kBetween);
    auto* line = new QLineEdit{words};
    line->setPlaceholderText(tr("For those who do not see it"));
    m_words =
        new SavedField{line, addField(*form, tr("What the poster shows"), line, words),
                       [this](const QString& typed, SavedField::Done done) {
                           const EventView* view = this->view();
                           if (view != nullptr && view->poster) {
                               presenter().edit(SetPoster{worded(*view->poster, language(), typed)},
                                                std::move(done));
                           }
                       }};
    inside->addLayout(form);
    inside->addStretch();
    connect(m_choose, &QPushButton::clicked, this, [this] { choose(true); });
    connect(m_takeDown, &QPushButton::clicked, this, [this] {
        m_choose->setFocus(); // the button goes
        presenter().edit(SetPoster{});
    });
    return words;
}

QString PicturesStep::language() const
{
    return m_language->currentData().toString();
}

void PicturesStep::choose(bool isPoster)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    auto* dialog =
        new QFileDialog{this, isPoster ? tr("Choose a poster") : tr("Add pictures"), folder};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(isPoster ? QFileDialog::ExistingFile : QFileDialog::ExistingFiles);
    // Whatever is chosen is looked at: a name says nothing of what is in a file.
    dialog->setNameFilters({tr("Pictures (*.jpg *.jpeg *.png *.webp)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::urlsSelected, this,
            [this, isPoster](const QList<QUrl>& files) { give(files, isPoster); });
    dialog->open();
}

void PicturesStep::give(const QList<QUrl>& files, bool isPoster)
{
    if (const EventView* view = this->view(); view != nullptr && !files.isEmpty()) {
        m_intake->add(view->event.id, files, isPoster);
    }
}

void PicturesStep::flush()
{
    m_words->flush();
    m_gallery->flush();
}

void PicturesStep::showEvent(QShowEvent* event)
{
    EventStep::showEvent(event);
    m_thumbs->lookAgain();
    showPictures();
}

void PicturesStep::present(const EventView& view, bool isOther)
{
    offerLanguages(*m_language, isOther ? text(view.language) : language());
    if (isOther) {
        m_intake->show(view.event.id);
    }
    showPoster(view, isOther);
    m_gallery->present(view, language(), isOther);
    tell();
}

void PicturesStep::showPoster(const EventView& view, bool isOther)
{
    const auto hash = view.poster ? std::optional{view.poster->hash} : std::nullopt;
    m_words->present(view.poster ? wordsOf(*view.poster, language()) : QString{},
                     isOther || hash != m_shown);
    m_shown = hash;
    m_words->fault().field->setEnabled(view.poster.has_value());
    m_choose->setText(view.poster ? tr("Choose another poster…") : tr("Choose a poster…"));
    m_choose->setAccessibleName(m_choose->text());
    m_takeDown->setVisible(view.poster.has_value());
    showPictures();
}

void PicturesStep::showPictures()
{
    const EventView* view = this->view();
    if (view == nullptr || !isVisible()) {
        return; // nothing is read before somebody looks
    }
    const QPixmap poster = view->poster ? m_thumbs->of(view->poster->hash) : QPixmap{};
    if (!poster.isNull()) {
        m_poster->setPixmap(fitted(poster, kPosterRoom, devicePixelRatioF()));
        const QString words = wordsOf(*view->poster, language());
        m_poster->setAccessibleName(words.isEmpty() ? tr("The poster, not described") : words);
    } else {
        m_poster->setText(!view->poster ? tr("No poster yet. Drop one here.")
                              : m_thumbs->isMissing(view->poster->hash)
                              ? tr("It has not arrived here yet.")
                              : tr("It is being read."));
        m_poster->setAccessibleName(m_poster->text());
    }
    m_gallery->showPictures();
}

void PicturesStep::tell()
{
    const EventView* view = this->view();
    const EventId event = view != nullptr ? view->event.id : EventId{};
    const int waiting = m_intake->waiting();
    m_telling->tell(m_intake->underWay(event, true), waiting, m_intake->faults(true));
    m_gallery->telling().tell(m_intake->underWay(event, false), waiting, m_intake->faults(false));
}

} // namespace foyer::ui
