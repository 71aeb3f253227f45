// dotnet-ef needs a program to start from; the work is done by the factories beside this file.
Console.Error.WriteLine("Run scripts/add-migration.sh NAME instead.");
return 1;
