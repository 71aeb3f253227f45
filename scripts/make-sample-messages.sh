#!/usr/bin/env bash
# Makes the sample messages of the simulated phone line: telephone quality WAV (8 kHz, 16 bit, mono), and the MP3 that
# Twilio serves beside it. Needs espeak-ng, sox and ffmpeg. Run it again after changing a text here and in SampleMessages.cs.
set -euo pipefail

out="$(cd "$(dirname "$0")/.." && pwd)/src/Simulator/Audio/Samples"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"

# name, voice, words a minute, text. Mandarin is given in pinyin: espeak-ng reads some characters as English letters.
message() {
    espeak-ng -v "$2" -s "$3" -w "$work/$1.wav" "$4"
    sox "$work/$1.wav" --rate 8000 --bits 16 --channels 1 --encoding signed-integer "$out/$1.wav" \
        gain -3 highpass 200 lowpass 3600 norm -3 pad 0.15 0.3
    ffmpeg -loglevel error -y -i "$out/$1.wav" -map_metadata -1 -fflags +bitexact -flags:a +bitexact -ar 22050 -b:a 32k "$out/$1.mp3"
}

message running-late en-us 165 \
    "Hi, it's me. I'm running ten minutes late, please start without me."
message appointment-moved en-gb 165 \
    "Hello, your appointment on Thursday has moved to half past two. Please call us back if that does not suit you."
message parcel-waiting en-us 165 \
    "Good morning. A parcel for you is at the front desk. You can pick it up any time before six."
message flat-viewing en-gb 165 \
    "Hi there! We can see the flat on Saturday at eleven. Tell me if that works for you."
message car-ready en-us 165 \
    "Hello, this is the garage. Your car is ready, it only needed a new belt. We are open until seven tonight."
message running-late-zh cmn-latn-pinyin 165 \
    "ni3 hao3, shi4 wo3. wo3 da4 gai4 hui4 wan3 dao4 shi2 fen1 zhong1, ni3 men5 xian1 kai1 shi3, bu2 yong4 deng3 wo3."
message book-arrived-zh cmn-latn-pinyin 165 \
    "nin2 hao3, nin2 ding4 de5 shu1 dao4 le5. jin1 tian1 xia4 wu3 liu4 dian3 yi3 qian2 dou1 ke3 yi3 lai2 qu3, xie4 xie5."
message meeting-moved-zh cmn-latn-pinyin 165 \
    "ni3 hao3, wo3 men5 de5 hui4 yi4 gai3 dao4 zhou1 wu3 shang4 wu3 shi2 dian3 le5, qing3 gao4 su4 da4 jia1."
