using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ParIndex.Testing;

/// <summary>Listens to what a program asks its database, in the order of asking.</summary>
public sealed class AskedCommands : DbCommandInterceptor
{
    private readonly List<string> _texts = [];

    /// <summary>What was asked since it was last taken.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (_texts)
        {
            IReadOnlyList<string> taken = [.. _texts];
            _texts.Clear();
            return taken;
        }
    }

    /// <inheritdoc />
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Noted(command, result);

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Noted(command, result));

    /// <inheritdoc />
    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => Noted(command, result);

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Noted(command, result));

    /// <inheritdoc />
    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Noted(command, result);

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Noted(command, result));

    private InterceptionResult<T> Noted<T>(DbCommand command, InterceptionResult<T> result)
    {
        ArgumentNullException.ThrowIfNull(command);
        lock (_texts)
        {
            _texts.Add(command.CommandText);
        }

        return result;
    }
}
