# shellcheck shell=bash
# To be sourced: programs compiled ahead of time, so that they start in a fraction of the time.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1 MSBUILDTERMINALLOGGER=off

# publish PROJECT FOLDER BUILD [OPTION ...]: what is built on the way goes to the folder BUILD, the lock file of this kind of build included.
publish() {
    local project=$1 folder=$2 build=$3
    shift 3
    dotnet publish "$project" --configuration Release --use-current-runtime -p:SelfContained=false -p:PublishReadyToRun=true \
        -p:NuGetLockFilePath=obj/ahead-of-time.lock.json --artifacts-path "$build" --output "$folder" --verbosity quiet "$@"
}

# publish_with_runtime PROJECT FOLDER BUILD: as the Dockerfile does, together with the runtime. It takes minutes, and the program starts sooner still.
publish_with_runtime() {
    publish "$@" -p:SelfContained=true -p:PublishReadyToRunComposite=true
}
