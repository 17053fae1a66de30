// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plans/plan_category_colours.h"

#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/palette.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/sell/seat_map/seat_map_colours.h"
#include "ui/sell/seat_map/seat_sign.h"

#include <QFormLayout>
#include <QIcon>
#include <QLineEdit>
#include <QPainter>
#include <QPixmap>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kMark = 22;
constexpr double kSeat = 16;
constexpr int kDense = 3; // pixels for one, so that it is sharp on every screen
constexpr std::size_t kChoices = 7;

} // namespace

// In the order of categoryColour().
QString PlanCategoryColours::choiceName(std::size_t choice)
{
    const QString names[kChoices] = {tr("Blue"),       tr("Orange"), tr("Green"), tr("Pink"),
                                     tr("Light blue"), tr("Red"),    tr("Yellow")};
    return names[choice];
}

QIcon PlanCategoryColours::markOf(const QString& colour, std::uint32_t category)
{
    const SeatMapColours colours =
        currentPalette().isDark ? SeatMapColours::dark() : SeatMapColours::light();
    QPixmap mark{kMark * kDense, kMark * kDense};
    mark.setDevicePixelRatio(kDense);
    mark.fill(Qt::transparent);
    QPainter painter{&mark};
    const QColor own{colour};
    paintSeatSign(painter,
                  {{SeatMark::Free, 0, category},
                   own.isValid() ? own : categoryColour(category),
                   QPointF{kMark / 2.0, kMark / 2.0},
                   kSeat},
                  colours);
    return QIcon{mark};
}

PlanCategoryColours::PlanCategoryColours(PlanDesk& desk, QWidget* parent)
    : QWidget{parent}, m_desk{desk}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeLabel(tr("Colour of the category"), "", this));
    auto* choices = new FlowLayout{4};
    for (std::size_t choice = 0; choice < kChoices; ++choice) {
        auto* button = makeButton({}, "quiet", this);
        button->setAccessibleName(choiceName(choice));
        button->setToolTip(choiceName(choice));
        button->setCheckable(true);
        button->setFixedSize(kTarget, kTarget);
        button->setIconSize({kMark, kMark});
        choices->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, choice] {
            if (m_category) {
                m_desk.colourCategory(*m_category, categoryColour(choice).name().toUpper());
            }
            show(m_category); // what was chosen already stays pressed
        });
        m_choices.push_back(button);
    }
    column->addLayout(choices);
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_typed = new QLineEdit{this};
    m_typed->setMaxLength(7);
    m_typed->setPlaceholderText(QStringLiteral("#0072B2"));
    m_fault = addField(*form, tr("Another colour"), m_typed, this);
    column->addLayout(form);
    connect(m_typed, &QLineEdit::editingFinished, this, &PlanCategoryColours::take);
    applyPalette();
}

void PlanCategoryColours::take()
{
    if (!m_typed->isModified() || !m_category) {
        return;
    }
    QString typed = m_typed->text().trimmed().toUpper();
    if (!typed.isEmpty() && !typed.startsWith(QLatin1Char{'#'})) {
        typed.prepend(QLatin1Char{'#'});
    }
    if (!categoryColourIn(typed.toStdString())) {
        m_fault.tell(tr("Type red, green and blue as six digits, such as #0072B2."));
        return;
    }
    m_typed->setModified(false);
    m_desk.colourCategory(*m_category, typed);
    show(m_category);
}

void PlanCategoryColours::show(std::optional<std::uint32_t> category)
{
    const auto& categories = m_desk.drawing().categories;
    m_category = category && *category < categories.size() ? category : std::nullopt;
    const QString colour = m_category ? text(categories[*m_category].colour).toUpper() : QString{};
    for (std::size_t choice = 0; choice < m_choices.size(); ++choice) {
        m_choices[choice]->setEnabled(m_category.has_value());
        m_choices[choice]->setChecked(categoryColour(choice).name().toUpper() == colour);
    }
    m_typed->setEnabled(m_category.has_value());
    if (!m_typed->hasFocus() || !m_typed->isModified()) {
        m_fault.clear();
        m_typed->setText(colour);
    }
}

void PlanCategoryColours::applyPalette()
{
    for (std::size_t choice = 0; choice < m_choices.size(); ++choice) {
        m_choices[choice]->setIcon(
            markOf(categoryColour(choice).name(), static_cast<std::uint32_t>(choice)));
    }
}

} // namespace foyer::ui
