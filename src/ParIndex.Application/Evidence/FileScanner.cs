using System.ComponentModel;
using System.Diagnostics;

namespace ParIndex.Application.Evidence;

/// <summary>The installation's malware scanner, when it has one.</summary>
public sealed class FileScanner(EvidenceSettings settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Whether files are scanned.</summary>
    public bool IsSet => settings.Scanner is not null;

    /// <summary>Has a file looked at; without a scanner it passes.</summary>
    /// <exception cref="FileRefusedException">The scanner found something, or does not answer: then nothing passes either.</exception>
    internal async Task CheckAsync(string path, CancellationToken cancel)
    {
        if (settings.Scanner is not { } program)
        {
            return;
        }

        if (await RunAsync(program, path, cancel) != 0)
        {
            throw new FileRefusedException(FileRefusal.File, UploadWords.Malware());
        }
    }

    private static async Task<int> RunAsync(string program, string path, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program) { ArgumentList = { path }, UseShellExecute = false, RedirectStandardInput = true })!;
            process.StandardInput.Close();
            try
            {
                await process.WaitForExitAsync(patience.Token);
                return process.ExitCode;
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException || (failure is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new FileRefusedException(FileRefusal.Store, UploadWords.ScannerAway(), failure);
        }
    }
}
