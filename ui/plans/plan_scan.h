// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plans/plan_desk.h"
#include "ui/plans/plans_port.h"

#include <QImage>
#include <QObject>

class QTimer;

namespace foyer::ui {

/// The picture that the plan on the desk is drawn over: adds it, and has its pixels as soon as they
/// are here. Where they are not it looks again every few seconds, for they may be on their way.
class PlanScan final : public QObject {
    Q_OBJECT

public:
    PlanScan(PlansPort& port, PlanDesk& desk, QObject* parent);

    /// Reads a file and lays it under the plan, where the picture before lay.
    void choose(const QString& path);
    void takeAway();
    /// Another plan is on the desk: what is being read was for the one before.
    void forget();

    /// Null where the plan has none, or its file is not here.
    const QImage& image() const { return m_image; }
    bool isReading() const { return m_isReading; }
    /// Why the picture of the plan is not drawn, or why one was not taken; empty where all is well.
    const QString& trouble() const { return m_trouble; }

Q_SIGNALS:
    /// Of the image, the trouble, or what is being read.
    void changed();

private:
    void follow();
    void fetch();
    void takeBytes(const Result<std::string>& bytes);
    void lay(const PlanPicture& picture);

    PlansPort& m_port;
    PlanDesk& m_desk;
    QTimer* m_again;
    QImage m_image;
    std::string m_hash; ///< of `m_image`, or of what is asked for
    QString m_trouble;
    int m_run = 0; ///< so that a late answer is not taken for another plan's
    bool m_isReading = false;
};

} // namespace foyer::ui
