using Microsoft.EntityFrameworkCore;
using Npgsql;
using ParIndex.Application.Data;

namespace ParIndex.Web.Setup;

/// <summary>
/// Whether PostgreSQL answers at this moment. Its driver calls an overdue statement off over another connection and waits
/// for the server to close that one, without limit where the server stands still: a request that went in would not come
/// out. So every request asks first, and while a question stands unanswered the next ones wait for that answer, not for one
/// of their own.
/// </summary>
internal sealed class DatabasePulse(IServiceScopeFactory scopes)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private volatile Task _unanswered = Task.CompletedTask;

    /// <summary>Goes on when the server answers.</summary>
    /// <exception cref="NpgsqlException">It does not, or not in time.</exception>
    public async Task RequireAsync(CancellationToken cancel)
    {
        await AnsweredAsync(_unanswered.ContinueWith(_ => { }, TaskScheduler.Default), cancel);
        var asked = Task.Run(AskAsync, cancel);
        try
        {
            await AnsweredAsync(asked, cancel);
        }
        finally
        {
            _unanswered = asked.IsCompleted ? _unanswered : asked;
        }
    }

    private static async Task AnsweredAsync(Task question, CancellationToken cancel)
    {
        try
        {
            await question.WaitAsync(Patience, cancel);
        }
        catch (TimeoutException timeout) when (!question.IsCompleted)
        {
            throw new NpgsqlException("The server does not answer.", timeout);
        }
    }

    /// <summary>In a scope of its own, which outlives the request: it gives nothing back before the server goes on.</summary>
    private async Task AskAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ParIndexDb>().Database.ExecuteSqlRawAsync("SELECT 1");
    }
}
