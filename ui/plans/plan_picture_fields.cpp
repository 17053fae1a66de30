// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plans/plan_picture_fields.h"

#include "core/domain/seating/plan_background.h"
#include "ui/common/field.h"
#include "ui/common/icons.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/plans/plan_scan.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

namespace foyer::ui {
namespace {

constexpr double kFarthest = 1'000'000;

} // namespace

PlanPictureFields::PlanPictureFields(PlanDesk& desk, PlanScan& scan, QWidget* parent)
    : QWidget{parent}, m_desk{desk}, m_scan{scan}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(tr("Picture to draw over"), "section", this));
    m_words = makeLabel({}, "muted", this);
    m_words->setWordWrap(true);
    column->addWidget(m_words);
    m_choose = makeButton(tr("Choose a picture"), "", this);
    setButtonIcon(m_choose, QStringLiteral("image"));
    column->addWidget(m_choose);
    buildFields();
    column->addWidget(m_fields);
    m_takeAway = makeButton(tr("Take the picture away"), "", this);
    column->addWidget(m_takeAway);
    connect(m_choose, &QPushButton::clicked, this, &PlanPictureFields::choose);
    connect(m_takeAway, &QPushButton::clicked, &m_scan, &PlanScan::takeAway);
    connect(&m_scan, &PlanScan::changed, this, &PlanPictureFields::showState);
    connect(&m_desk, &PlanDesk::changed, this, &PlanPictureFields::showState);
    showState();
}

QDoubleSpinBox* PlanPictureFields::addLength(QFormLayout& form, const QString& name, double least)
{
    auto* field = new QDoubleSpinBox{m_fields};
    field->setRange(least, kFarthest);
    field->setDecimals(1);
    field->setSingleStep(10);
    field->setKeyboardTracking(false); // what is typed is one step
    addField(form, name, field, m_fields);
    connect(field, &QDoubleSpinBox::valueChanged, this, &PlanPictureFields::place);
    return field;
}

void PlanPictureFields::buildFields()
{
    m_fields = new QWidget{this};
    auto* form = new QFormLayout{m_fields};
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_shown = new QCheckBox{tr("Show it"), m_fields};
    m_shown->setObjectName(QStringLiteral("pictureShown"));
    m_shown->setMinimumHeight(kTarget);
    form->addRow(m_shown);
    m_opacity = new QSpinBox{m_fields};
    m_opacity->setRange(0, 100);
    m_opacity->setSingleStep(10);
    m_opacity->setSuffix(tr(" %"));
    m_opacity->setKeyboardTracking(false);
    addField(*form, tr("How strong"), m_opacity, m_fields);
    m_left = addLength(*form, tr("From the left"), -kFarthest);
    m_top = addLength(*form, tr("From the top"), -kFarthest);
    m_width = addLength(*form, tr("Width"), 1);
    connect(m_shown, &QCheckBox::clicked, this, [this](bool shown) {
        if (auto picture = m_desk.drawing().background) {
            picture->hidden = !shown;
            m_desk.setBackground(picture, shown ? tr("Showed the picture") : tr("Hid the picture"));
        }
    });
    connect(m_opacity, &QSpinBox::valueChanged, this, [this](int percent) {
        if (auto picture = m_desk.drawing().background) {
            picture->opacity = static_cast<float>(percent) / 100.0F;
            m_desk.setBackground(picture, tr("Dimmed the picture"));
        }
    });
}

void PlanPictureFields::place()
{
    const auto& before = m_desk.drawing().background;
    if (!before) {
        return;
    }
    // Only what differs: a field shows less digits than there are.
    const auto isOther = [](const QDoubleSpinBox* field, float was) {
        return std::abs(field->value() - static_cast<double>(was)) > 0.05;
    };
    PlanBackground picture = *before;
    if (isOther(m_width, picture.size.x)) {
        picture = scaledTo(picture, static_cast<float>(m_width->value()));
    }
    if (isOther(m_left, picture.at.x)) {
        picture.at.x = static_cast<float>(m_left->value());
    }
    if (isOther(m_top, picture.at.y)) {
        picture.at.y = static_cast<float>(m_top->value());
    }
    m_desk.setBackground(picture, tr("Placed the picture"));
}

void PlanPictureFields::choose()
{
    auto* dialog = new QFileDialog{this, tr("Choose a picture to draw over")};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilter(tr("Pictures (*.jpg *.jpeg *.png *.webp)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, &m_scan, &PlanScan::choose);
    dialog->open();
}

void PlanPictureFields::showState()
{
    const auto& picture = m_desk.drawing().background;
    const bool isTrouble = !m_scan.isReading() && !m_scan.trouble().isEmpty();
    setRole(m_words, isTrouble ? "fault" : "muted");
    if (m_scan.isReading()) {
        m_words->setText(tr("The picture is being read …"));
    } else if (isTrouble) {
        m_words->setText(m_scan.trouble());
    } else if (!picture) {
        m_words->setText(tr("A scan or a photograph of the room: choose one, or drop it on the "
                            "drawing. Customers never see it."));
    } else {
        m_words->setText(tr("Press B, then drag it, or its right lower corner. The arrow keys move "
                            "it, too."));
    }
    m_choose->setEnabled(!m_scan.isReading());
    m_choose->setText(picture ? tr("Choose another picture") : tr("Choose a picture"));
    m_fields->setVisible(picture.has_value());
    m_takeAway->setVisible(picture.has_value());
    if (!picture) {
        return;
    }
    const QSignalBlocker noOpacity{m_opacity};
    const QSignalBlocker noLeft{m_left};
    const QSignalBlocker noTop{m_top};
    const QSignalBlocker noWidth{m_width};
    m_shown->setChecked(!picture->hidden);
    m_opacity->setValue(static_cast<int>(std::lround(picture->opacity * 100)));
    m_left->setValue(static_cast<double>(picture->at.x));
    m_top->setValue(static_cast<double>(picture->at.y));
    m_width->setValue(static_cast<double>(picture->size.x));
}

} // namespace foyer::ui
