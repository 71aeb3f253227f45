using MaskedVoicemail.Web.Hosting;

return await MaskedVoicemailHost.RunAsync(args);
