# shellcheck shell=bash
# To be sourced: programs compiled ahead of time, so that they start in a fraction of the time.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1 MSBUILDTERMINALLOGGER=off

# publish PROJECT FOLDER BUILD: what is built on the way goes to the folder BUILD, the lock file of this kind of build included.
publish() {
    dotnet publish "$1" --configuration Release --use-current-runtime --no-self-contained -p:PublishReadyToRun=true \
        -p:NuGetLockFilePath=obj/ahead-of-time.lock.json --artifacts-path "$3" --output "$2" --verbosity quiet
}
