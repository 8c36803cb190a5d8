using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ParIndex.Application.Data.Interceptors;

/// <summary>With the commit, and not before, what was saved is there for others: the next public page is a new one.</summary>
internal sealed class CommitInterceptor(PublicEdition edition) : DbTransactionInterceptor
{
    public static void Tell(ParIndexDb db, PublicEdition edition)
    {
        if (db.HasChangedPublicRows)
        {
            db.HasChangedPublicRows = false;
            edition.Renew();
        }
    }

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Tell((ParIndexDb)eventData.Context!, edition);

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        TransactionCommitted(transaction, eventData);
        return Task.CompletedTask;
    }
}
