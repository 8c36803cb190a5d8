namespace ParIndex.Application.Staff;

/// <summary>The rules refuse: the message says which and why, in Vietnamese, for the person who asked.</summary>
public sealed class StaffRefusedException(string message) : Exception(message);
