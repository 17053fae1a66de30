// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/answer.h"
#include "app/cli/commands.h"
#include "core/base/result.h"

namespace foyer::cli {

class Session;

/// Each runs one command. Errors are those of the services it uses, of Session and of what was
/// typed.
Result<Answer> run(const InitCommand& command, Session& session);
Result<Answer> run(const PlanImportCommand& command, Session& session);
Result<Answer> run(const PlanListCommand& command, Session& session);
Result<Answer> run(const SeasonImportCommand& command, Session& session);
Result<Answer> run(const PerformancesCommand& command, Session& session);
Result<Answer> run(const SeatsCommand& command, Session& session);
Result<Answer> run(const SellCommand& command, Session& session);
Result<Answer> run(const OrderCommand& command, Session& session);
Result<Answer> run(const VoidCommand& command, Session& session);
Result<Answer> run(const OrdersCommand& command, Session& session);
Result<Answer> run(const RefundCommand& command, Session& session);
Result<Answer> run(const ExchangeCommand& command, Session& session);
Result<Answer> run(const ReissueCommand& command, Session& session);
Result<Answer> run(const ReprintCommand& command, Session& session);
Result<Answer> run(const OrderCustomerCommand& command, Session& session);
Result<Answer> run(const PickupCommand& command, Session& session);
Result<Answer> run(const HistoryCommand& command, Session& session);
Result<Answer> run(const TrainingBeginCommand& command, Session& session);
Result<Answer> run(const TrainingEndCommand& command, Session& session);
Result<Answer> run(const GateListCommand& command, Session& session);
Result<Answer> run(const GateSetCommand& command, Session& session);
Result<Answer> run(const DoorCountsCommand& command, Session& session);
Result<Answer> run(const DoorFindCommand& command, Session& session);
Result<Answer> run(const DoorPassCommand& command, Session& session);
Result<Answer> run(const DoorUndoCommand& command, Session& session);
Result<Answer> run(const ScanCommand& command, Session& session);
Result<Answer> run(const CustomersCommand& command, Session& session);
Result<Answer> run(const VerifyCommand& command, Session& session);
Result<Answer> run(const RebuildCommand& command, Session& session);
Result<Answer> run(const KeysCommand& command, Session& session);
Result<Answer> run(const RecoverCommand& command, Session& session);
Result<Answer> run(const HoldPlaceCommand& command, Session& session);
Result<Answer> run(const HoldListCommand& command, Session& session);
Result<Answer> run(const HoldReleaseCommand& command, Session& session);
Result<Answer> run(const HoldExtendCommand& command, Session& session);
Result<Answer> run(const ReserveCommand& command, Session& session);
Result<Answer> run(const CollectCommand& command, Session& session);
Result<Answer> run(const WaitJoinCommand& command, Session& session);
Result<Answer> run(const WaitListCommand& command, Session& session);
Result<Answer> run(const WaitOfferCommand& command, Session& session);
Result<Answer> run(const WaitEndCommand& command, Session& session);
Result<Answer> run(const KitCommand& command, Session& session);
Result<Answer> run(const MailSettingsCommand& command, Session& session);
Result<Answer> run(const MailTemplatesCommand& command, Session& session);
Result<Answer> run(const MailNamesCommand& command, Session& session);
Result<Answer> run(const MailTemplateShowCommand& command, Session& session);
Result<Answer> run(const MailTemplateSetCommand& command, Session& session);
Result<Answer> run(const MailTemplateResetCommand& command, Session& session);
Result<Answer> run(const MailTemplatePreviewCommand& command, Session& session);
Result<Answer> run(const MailSendCommand& command, Session& session);
Result<Answer> run(const MailBuyersCommand& command, Session& session);
Result<Answer> run(const MailAddressCommand& command, Session& session);
Result<Answer> run(const NoticeListCommand& command, Session& session);
Result<Answer> run(const NoticeReadCommand& command, Session& session);
Result<Answer> run(const NoticeLookCommand& command, Session& session);
Result<Answer> run(const NoticeChooseCommand& command, Session& session);
Result<Answer> run(const NoticeShowChoiceCommand& command, Session& session);
Result<Answer> run(const NoticeLimitsCommand& command, Session& session);
Result<Answer> run(const UserAddCommand& command, Session& session);
Result<Answer> run(const UserListCommand& command, Session& session);
Result<Answer> run(const UserChangeCommand& command, Session& session);
Result<Answer> run(const RoleListCommand& command, Session& session);
Result<Answer> run(const RoleChangeCommand& command, Session& session);
Result<Answer> run(const PrinterAddCommand& command, Session& session);
Result<Answer> run(const PrinterListCommand& command, Session& session);
Result<Answer> run(const PrinterTestCommand& command, Session& session);
Result<Answer> run(const PrinterRemoveCommand& command, Session& session);
Result<Answer> run(const PrintCommand& command, Session& session);
Result<Answer> run(const SpoolListCommand& command, Session& session);
Result<Answer> run(const SpoolActCommand& command, Session& session);
Result<Answer> run(const DrawerOpenCommand& command, Session& session);
Result<Answer> run(const GiftCardSellCommand& command, Session& session);
Result<Answer> run(const GiftCardBalanceCommand& command, Session& session);
Result<Answer> run(const GiftCardListCommand& command, Session& session);
Result<Answer> run(const GiftCardBlockCommand& command, Session& session);
Result<Answer> run(const GiftCardReplaceCommand& command, Session& session);
Result<Answer> run(const GiftCardPrintCommand& command, Session& session);
Result<Answer> run(const InvoiceListCommand& command, Session& session);
Result<Answer> run(const InvoicePaidCommand& command, Session& session);
Result<Answer> run(const InvoicePrintCommand& command, Session& session);
Result<Answer> run(const PromoListCommand& command, Session& session);
Result<Answer> run(const PromoSetCommand& command, Session& session);
Result<Answer> run(const BundleListCommand& command, Session& session);
Result<Answer> run(const BundleSetCommand& command, Session& session);
Result<Answer> run(const EventCurrencyCommand& command, Session& session);
Result<Answer> run(const DonationTaxCommand& command, Session& session);
Result<Answer> run(const TillOpenCommand& command, Session& session);
Result<Answer> run(const TillMoveCommand& command, Session& session);
Result<Answer> run(const TillShowCommand& command, Session& session);
Result<Answer> run(const TillCountCommand& command, Session& session);
Result<Answer> run(const TillListCommand& command, Session& session);
Result<Answer> run(const TillDrawersCommand& command, Session& session);
Result<Answer> run(const TillRoundingCommand& command, Session& session);
Result<Answer> run(const JoinCommand& command, Session& session);
Result<Answer> run(const SyncCommand& command, Session& session);
Result<Answer> run(const SyncStatusCommand& command, Session& session);
Result<Answer> run(const ServerAvailabilityCommand& command, Session& session);
Result<Answer> run(const ReturnRightsCommand& command, Session& session);
Result<Answer> run(const IncidentsListCommand& command, Session& session);
Result<Answer> run(const IncidentsShowCommand& command, Session& session);
Result<Answer> run(const IncidentsAcceptCommand& command, Session& session);
Result<Answer> run(const IncidentsReseatCommand& command, Session& session);
Result<Answer> run(const IncidentsRefundCommand& command, Session& session);
Result<Answer> run(const IncidentsChooseCommand& command, Session& session);
Result<Answer> run(const ServerDevicesCommand& command, Session& session);
Result<Answer> run(const ServerCodeCommand& command, Session& session);
Result<Answer> run(const ServerRevokeCommand& command, Session& session);
Result<Answer> run(const ServerGrantCommand& command, Session& session);
Result<Answer> run(const ServerRecallCommand& command, Session& session);
Result<Answer> run(const ServerWriteOffCommand& command, Session& session);
Result<Answer> run(const StockListCommand& command, Session& session);
Result<Answer> run(const StockSetCommand& command, Session& session);
Result<Answer> run(const SupportBundleCommand& command, Session& session);
Result<Answer> run(const PaymentStatusCommand& command, Session& session);
Result<Answer> run(const PaymentCancelCommand& command, Session& session);
Result<Answer> run(const PaymentWaitCommand& command, Session& session);
Result<Answer> run(const PaymentInsteadCommand& command, Session& session);
Result<Answer> run(const PaymentMethodsCommand& command, Session& session);
Result<Answer> run(const ServerJobsCommand& command, Session& session);
Result<Answer> run(const ServerRetryJobCommand& command, Session& session);
Result<Answer> run(const PaymentTroublesCommand& command, Session& session);
Result<Answer> run(const PaymentRetryCommand& command, Session& session);
Result<Answer> run(const SettlementCasesCommand& command, Session& session);
Result<Answer> run(const ReconcileCommand& command, Session& session);
Result<Answer> run(const SettlementCaseEndCommand& command, Session& session);
Result<Answer> run(const BankImportCommand& command, Session& session);
Result<Answer> run(const BankLinesCommand& command, Session& session);
Result<Answer> run(const BankAssignCommand& command, Session& session);
Result<Answer> run(const BankOutgoingCommand& command, Session& session);
Result<Answer> run(const BankSentCommand& command, Session& session);
Result<Answer> run(const ReconciliationReportCommand& command, Session& session);
Result<Answer> run(const PayoutListCommand& command, Session& session);
Result<Answer> run(const PayoutShowCommand& command, Session& session);
Result<Answer> run(const PayoutMakeCommand& command, Session& session);
Result<Answer> run(const PayoutStatementCommand& command, Session& session);
Result<Answer> run(const CommissionShowCommand& command, Session& session);
Result<Answer> run(const CommissionSetCommand& command, Session& session);
Result<Answer> run(const PictureAddCommand& command, Session& session);
Result<Answer> run(const PictureListCommand& command, Session& session);
Result<Answer> run(const PictureShowCommand& command, Session& session);
Result<Answer> run(const PicturePosterCommand& command, Session& session);
Result<Answer> run(const PictureLogoCommand& command, Session& session);
Result<Answer> run(const PictureGalleryAddCommand& command, Session& session);
Result<Answer> run(const PictureGalleryRemoveCommand& command, Session& session);
Result<Answer> run(const PictureGalleryOrderCommand& command, Session& session);
Result<Answer> run(const PictureCheckCommand& command, Session& session);
Result<Answer> run(const PictureCollectCommand& command, Session& session);
Result<Answer> run(const PictureSyncCommand& command, Session& session);

} // namespace foyer::cli
