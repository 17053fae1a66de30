// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/notices/notices_popup.h"

#include "ui/common/empty_state.h"
#include "ui/common/error_text.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/notices/notice_delegate.h"
#include "ui/notices/notice_text.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kWidth = 440;
constexpr int kHeight = 560;

} // namespace

NoticesPopup::NoticesPopup(NoticesPresenter& presenter, QWidget* parent)
    : QFrame{parent, Qt::Popup}, m_presenter{presenter}, m_read{makeButton(tr("Mark all as read"),
                                                                           "quiet", this)},
      m_settings{makeButton({}, "quiet", this)}, m_silence{makeLabel({}, "fault", this)},
      m_states{new QStackedWidget{this}}
{
    setProperty("role", "panel");
    setWindowTitle(tr("Notifications"));
    setAccessibleName(tr("Notifications"));
    setButtonIcon(m_settings, QStringLiteral("settings"));
    m_settings->setFixedWidth(kTarget);
    m_settings->setAccessibleName(tr("Choose what you are told of"));
    m_settings->setToolTip(m_settings->accessibleName());
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kInside, kInside, kInside, kInside);
    column->setSpacing(kInside);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kBetween, 0, 0, 0);
    head->addWidget(makeLabel(tr("Notifications"), "section", this), 1);
    head->addWidget(m_read);
    head->addWidget(m_settings);
    column->addLayout(head);
    m_silence->setWordWrap(true);
    m_silence->setContentsMargins(kBetween, 0, kBetween, 0);
    m_silence->hide();
    column->addWidget(m_silence);
    column->addWidget(buildStates(), 1);
    connect(m_read, &QPushButton::clicked, &m_presenter, &NoticesPresenter::markAllRead);
    connect(m_settings, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT settingsAsked();
    });
    connect(&m_presenter, &NoticesPresenter::changed, this, &NoticesPopup::showNotices);
    showNotices();
}

QWidget* NoticesPopup::buildStates()
{
    m_list = new QListWidget{m_states};
    m_list->setAccessibleName(tr("Notifications, the latest first"));
    m_list->setItemDelegate(new NoticeDelegate{m_list});
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->setProperty("role", "plain"); // the popup is frame enough
    m_states->addWidget(m_list);
    m_none = new EmptyState{QStringLiteral("bell"), tr("Nothing that you have to know"),
                            tr("When a performance is sold out or nearly, a payment fails, "
                               "counters disagree or one of them falls silent, it stands here. "
                               "In Settings you choose what of it, and what comes by mail."),
                            m_states};
    m_none->setProperty("role", "plain");
    m_states->addWidget(makeScroll(m_none, m_states));
    m_failed = new EmptyState{QStringLiteral("triangle-alert"),
                              tr("The notifications could not be read"),
                              {},
                              m_states};
    m_failed->setProperty("role", "plain");
    auto* again = m_failed->addAction(tr("Try again"), QStringLiteral("refresh-cw"));
    connect(again, &QPushButton::clicked, &m_presenter, &NoticesPresenter::refresh);
    m_states->addWidget(makeScroll(m_failed, m_states));
    m_states->addWidget(new Skeleton{m_states});
    const auto openItem = [this](QListWidgetItem* item) { openRow(m_list->row(item)); };
    connect(m_list, &QListWidget::itemClicked, this, openItem);
    connect(m_list, &QListWidget::itemActivated, this, openItem); // by Enter
    return m_states;
}

void NoticesPopup::showNotices()
{
    const auto& notices = m_presenter.seen().notices;
    const Instant now = m_presenter.now();
    const int before = m_list->currentRow();
    {
        const QSignalBlocker quiet{m_list};
        m_list->clear();
        for (const SeenNotice& seen : notices) {
            const Notice& notice = seen.notice;
            auto* item = new QListWidgetItem{noticeTitle(notice), m_list};
            const QString sentence = noticeSentence(seen, now);
            item->setData(Qt::AccessibleTextRole, sentence);
            item->setToolTip(sentence); // the end of a line may have no room
            item->setData(NoticeDelegate::IconRole, noticeIcon(notice.kind));
            item->setData(NoticeDelegate::SubjectRole, noticeSubject(notice));
            item->setData(NoticeDelegate::TimeRole, noticeTime(notice.raisedAt.instant(), now));
            item->setData(NoticeDelegate::OverRole, notice.isOver() ? tr("Over") : QString{});
            item->setData(NoticeDelegate::NewRole, !seen.isRead);
        }
        m_list->setCurrentRow(std::min(std::max(before, 0), m_list->count() - 1));
    }
    const auto silence = m_presenter.ownSilence();
    m_silence->setText(silence ? ownSilenceText(*silence) : QString{});
    m_silence->setVisible(silence.has_value());
    m_read->setEnabled(m_presenter.seen().unread > 0);
    if (m_presenter.failure()) {
        m_failed->setWords(errorText(*m_presenter.failure()));
        m_states->setCurrentIndex(2);
    } else if (!m_presenter.isRead()) {
        m_states->setCurrentIndex(3);
    } else {
        m_states->setCurrentIndex(notices.empty() ? 1 : 0);
    }
}

void NoticesPopup::openRow(int row)
{
    // What is pressed twice, or by Enter and a click, is opened once.
    if (row >= 0 && isVisible()) {
        close();
        m_presenter.open(static_cast<std::size_t>(row));
    }
}

void NoticesPopup::openBelow(const QWidget& bell, bool mayChoose)
{
    m_settings->setVisible(mayChoose);
    showNotices();
    const QWidget& window = *bell.window();
    const QPoint corner = bell.mapToGlobal(QPoint{bell.width(), bell.height() + kInside});
    const int below = window.mapToGlobal(QPoint{0, window.height()}).y() - corner.y() - kInside;
    resize(std::min(kWidth, window.width() - 2 * kInside), std::clamp(below, 240, kHeight));
    move(corner - QPoint{width(), 0});
    show();
    m_states->currentIndex() == 0 ? m_list->setFocus() : setFocus();
}

} // namespace foyer::ui
