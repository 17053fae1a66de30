// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/counter.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace foyer::desktop {

/// An act that the operator's role does not allow, and that a colleague may approve. One of the two
/// functions is to be called, on the window's thread.
struct ApprovalRequest {
    Error refusal;
    /// Tries the act again with a colleague's yes; `outcome` says whether that was taken.
    std::function<void(const std::string& name, const std::string& secret,
                       std::function<void(const Result<void>&)> outcome)>
        approve;
    std::function<void()> giveUp;
};

/// The one thread that owns the counter: its database connection, journal and keys. Work is handed
/// in as functions and done in order; the window's thread never waits for it.
class StoreThread final : public QObject {
    Q_OBJECT

public:
    using Open = std::function<Result<std::unique_ptr<Counter>>()>;

    StoreThread();
    /// Finishes what was handed in, closes the counter, ends the thread.
    ~StoreThread() override;

    /// Opens the counter on the thread. `then` is called on the thread this object lives in.
    void open(Open open, std::function<void(Result<void>)> then);
    /// Does `work` with the counter, once it is open; later ones wait. Runs on the store thread.
    void post(std::function<void(Counter&)> work);
    /// Asks the counter and hands the answer to `then` on the window's thread.
    template <typename T>
    void ask(std::function<Result<T>(Counter&)> question, std::function<void(Result<T>)> then)
    {
        askFetching(std::move(question), std::move(then), kFetchesMax);
    }
    /// Who fetches what an act needs from the server: calls back, on the window's thread, whether
    /// it is here now; the act is then tried once more.
    using FetchRights =
        std::function<void(const RightsNeed&, std::function<void(const RightsFetched&)>)>;
    void setRightsFetcher(FetchRights fetcher) { m_rightsFetcher = std::move(fetcher); }
    /// Who is asked when an act needs a colleague's yes; without it, the refusal is the answer.
    void setApprover(std::function<void(ApprovalRequest)> approver)
    {
        m_approver = std::move(approver);
    }

private:
    /// Whether a refusal is one that somebody else's yes would turn.
    static bool mayBeApproved(const Error& error);
    static Result<void> approveIn(Counter& counter, const std::string& name,
                                  const std::string& secret);
    static void dropApprovalIn(Counter& counter);

    /// An order first, then the seats that it is exchanged for.
    static constexpr int kFetchesMax = 2;

    template <typename T>
    void askFetching(std::function<Result<T>(Counter&)> question,
                     std::function<void(Result<T>)> then, int fetches)
    {
        post([this, question = std::move(question), then = std::move(then),
              fetches](Counter& counter) {
            auto answer = std::make_shared<Result<T>>(question(counter));
            if (!*answer && fetches > 0 && isWantOfRights(answer->error())) {
                deliver([this, answer, question, then, fetches, need = counter.rightsNeed()] {
                    fetchRights(need, answer, question, then, fetches - 1);
                });
                return;
            }
            if (!*answer && mayBeApproved(answer->error())) {
                deliver([this, answer, question, then] { askColleague(answer, question, then); });
                return;
            }
            deliver([answer, then] { then(std::move(*answer)); });
        });
    }

    template <typename T>
    void fetchRights(const RightsNeed& need, std::shared_ptr<Result<T>> refused,
                     std::function<Result<T>(Counter&)> question,
                     std::function<void(Result<T>)> then, int fetches)
    {
        if (!m_rightsFetcher || need.isEmpty()) {
            then(std::move(*refused));
            return;
        }
        m_rightsFetcher(need, [this, refused, question, then, fetches](const RightsFetched& got) {
            if (!got.areHere) {
                then(got.instead ? Result<T>{*got.instead} : std::move(*refused));
                return;
            }
            askFetching(question, then, fetches);
        });
    }

    template <typename T>
    void askColleague(std::shared_ptr<Result<T>> refused,
                      std::function<Result<T>(Counter&)> question,
                      std::function<void(Result<T>)> then)
    {
        if (!m_approver) {
            then(std::move(*refused));
            return;
        }
        ApprovalRequest request;
        request.refusal = refused->error();
        request.giveUp = [refused, then] { then(std::move(*refused)); };
        request.approve = [this, question, then](const std::string& name, const std::string& secret,
                                                 auto outcome) {
            post([this, question, then, name, secret, outcome](Counter& counter) {
                const Result<void> approved = approveIn(counter, name, secret);
                if (!approved) {
                    deliver([outcome, approved] { outcome(approved); });
                    return;
                }
                // The yes is for this act and no other.
                auto answer = std::make_shared<Result<T>>(question(counter));
                dropApprovalIn(counter);
                deliver([outcome, approved, then, answer] {
                    outcome(approved);
                    then(std::move(*answer));
                });
            });
        };
        m_approver(std::move(request));
    }

    /// Runs on the thread this object lives in, unless it is gone by then.
    void deliver(std::function<void()> answer);

    std::function<void(ApprovalRequest)> m_approver;
    FetchRights m_rightsFetcher;
    QThread m_thread;
    std::unique_ptr<QObject> m_worker;  ///< lives in m_thread
    std::unique_ptr<Counter> m_counter; ///< touched in m_thread only
};

} // namespace foyer::desktop
