// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/texts_step.h"

#include "core/domain/catalogue/restricted_markdown.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/events/language_names.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBrowser>
#include <QTextCursor>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kTextHeight = 200;
constexpr int kTicketTextHeight = 84;

} // namespace

TextsStep::TextsStep(EventsPresenter& presenter, EventAsk& ask, QWidget* parent)
    : EventStep{presenter, ask, tr("What does it say of itself?"),
                tr("What is not said in a language is shown in the event's own."), parent}
{
    QFormLayout* form = addForm();
    m_language = new QComboBox{this};
    m_language->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addField(*form, tr("In this language"), m_language, this);
    m_title = addLine(*form, tr("Title"), [this](const QString& words) {
        return change({.title = words.trimmed().toStdString()});
    });
    m_subtitle = addLine(*form, tr("Subtitle"), [this](const QString& words) {
        return change({.subtitle = words.trimmed().toStdString()});
    });
    column().addWidget(buildDescription());
    QFormLayout* below = addForm();
    auto* ticket = new QPlainTextEdit{this};
    ticket->setFixedHeight(kTicketTextHeight);
    m_ticket = new SavedField{ticket, addField(*below, tr("On each ticket"), ticket, this),
                              saves([this](const QString& words) {
                                  return change({.ticketText = words.trimmed().toStdString()});
                              })};
    ticket->setPlaceholderText(
        tr("Printed on each ticket: house rules, the way to the hall, whom to thank"));
    connect(m_ticket, &SavedField::typed, this, [this, ticket] {
        if (ticket->hasFocus()) { // and not because another language is shown
            Q_EMIT ticketTextTyped(m_ticket->words().trimmed());
        }
    });
    column().addStretch();
    setFocusProxy(m_area);
    connect(m_language, &QComboBox::activated, this, [this] {
        flush();
        if (const EventView* view = this->view()) {
            showLanguage(*view, true);
        }
    });
    connect(m_description, &SavedField::typed, this, &TextsStep::showPreview);
}

QWidget* TextsStep::buildDescription()
{
    auto* whole = new QWidget{this};
    auto* inside = new QVBoxLayout{whole};
    inside->setContentsMargins(0, kInside, 0, kInside);
    inside->setSpacing(kInside);
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Description"), "section", whole), 1);
    head->addWidget(buildMarks());
    inside->addLayout(head);
    auto* both = new QHBoxLayout;
    both->setSpacing(kBetween);
    m_area = new QPlainTextEdit{whole};
    m_area->setAccessibleName(tr("Description"));
    m_area->setPlaceholderText(tr("What is it about? Who plays? How long does it last?"));
    m_area->setFixedHeight(kTextHeight);
    both->addWidget(m_area, 1);
    m_preview = new QTextBrowser{whole};
    m_preview->setAccessibleName(tr("How customers read it"));
    m_preview->setFocusPolicy(Qt::NoFocus);
    m_preview->setOpenLinks(false);
    m_preview->setFixedHeight(kTextHeight);
    both->addWidget(m_preview, 1);
    inside->addLayout(both);
    auto* sentence = makeLabel({}, "fault", whole);
    sentence->setWordWrap(true);
    sentence->hide();
    inside->addWidget(sentence);
    m_description =
        new SavedField{m_area, FieldFault{m_area, sentence}, saves([this](const QString& words) {
                           return change({.description = words.toStdString()});
                       })};
    return whole;
}

QWidget* TextsStep::buildMarks()
{
    auto* marks = new QWidget{this};
    auto* row = new QHBoxLayout{marks};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    const auto add = [&](const char* icon, const QString& name, std::function<void()> act) {
        auto* button = makeButton({}, "quiet", marks);
        button->setAccessibleName(name);
        button->setToolTip(name);
        button->setFixedWidth(kTarget);
        setButtonIcon(button, QLatin1String{icon});
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, std::move(act));
    };
    add("bold", tr("Strong"), [this] { embrace(QStringLiteral("**"), QStringLiteral("**")); });
    add("italic", tr("Emphasis"), [this] { embrace(QStringLiteral("*"), QStringLiteral("*")); });
    add("list", tr("List"), [this] { begin(QStringLiteral("- ")); });
    add("list-ordered", tr("Numbered list"), [this] { begin(QStringLiteral("1. ")); });
    add("link", tr("Link"),
        [this] { embrace(QStringLiteral("["), QStringLiteral("](https://)")); });
    return marks;
}

void TextsStep::embrace(const QString& before, const QString& after)
{
    QTextCursor cursor = m_area->textCursor();
    const QString words = cursor.selectedText();
    cursor.insertText(before + words + after);
    if (words.isEmpty()) {
        cursor.movePosition(QTextCursor::Left, QTextCursor::MoveAnchor,
                            static_cast<int>(after.size()));
        m_area->setTextCursor(cursor);
    }
    m_area->setFocus();
}

void TextsStep::begin(const QString& mark)
{
    QTextCursor cursor = m_area->textCursor();
    const int end = cursor.selectionEnd();
    cursor.setPosition(cursor.selectionStart());
    cursor.beginEditBlock();
    int added = 0;
    do {
        cursor.movePosition(QTextCursor::StartOfBlock);
        cursor.insertText(mark);
        added += static_cast<int>(mark.size());
    } while (cursor.movePosition(QTextCursor::NextBlock) && cursor.position() <= end + added);
    cursor.endEditBlock();
    m_area->setFocus();
}

void TextsStep::flush()
{
    for (SavedField* field : {m_title, m_subtitle, m_description, m_ticket}) {
        field->flush();
    }
}

bool TextsStep::isOwn() const
{
    const EventView* view = this->view();
    return view != nullptr && m_shownLanguage == text(view->language);
}

EventEdit TextsStep::change(TextsChange texts) const
{
    if (isOwn()) {
        return EventChange{.name = texts.title,
                           .subtitle = texts.subtitle,
                           .description = texts.description,
                           .ticketText = texts.ticketText};
    }
    EventChange change;
    change.texts[m_shownLanguage.toStdString()] = std::move(texts);
    return change;
}

void TextsStep::present(const EventView& view, bool isOther)
{
    if (isOther) {
        offerLanguages(*m_language, text(view.language));
    } else {
        offerLanguages(*m_language, m_language->currentData().toString());
    }
    for (const auto& [language, texts] : view.event.texts) {
        const QString before = m_language->currentData().toString();
        offerLanguages(*m_language, text(language));
        offerLanguages(*m_language, before);
    }
    showLanguage(view, isOther);
}

void TextsStep::showLanguage(const EventView& view, bool isOther)
{
    m_shownLanguage = m_language->currentData().toString();
    EventTexts texts{view.event.name, view.event.subtitle, view.event.description,
                     view.event.ticketText};
    if (!isOwn()) {
        const auto found = view.event.texts.find(m_shownLanguage.toStdString());
        texts = found != view.event.texts.end() ? found->second : EventTexts{};
    }
    m_title->present(text(texts.title), isOther);
    m_subtitle->present(text(texts.subtitle), isOther);
    m_description->present(text(texts.description), isOther);
    m_ticket->present(text(texts.ticketText), isOther);
    showPreview();
}

void TextsStep::showPreview()
{
    m_preview->setHtml(text(markdownToHtml(m_description->words().toStdString())));
}

} // namespace foyer::ui
