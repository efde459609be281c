#compdef tingle

autoload -U is-at-least

_tingle() {
    typeset -A opt_args
    typeset -a _arguments_options
    local ret=1

    if is-at-least 5.2; then
        _arguments_options=(-s -S -C)
    else
        _arguments_options=(-s -C)
    fi

    local context curcontext="$curcontext" state line
    _arguments "${_arguments_options[@]}" : \
'--knowledge=[Read the knowledge base from this folder instead of the built-in one]:DIR:_files' \
'--settings=[Read the settings from this file instead of the usual one]:FILE:_files' \
'--answers=[Start with the answers in this file]:FILE:_default' \
'--theme=[Use this theme]:NAME:_default' \
'--no-mouse[Leave the mouse to the terminal, so that it selects text]' \
'--ascii[Draw with letters only]' \
'--reduced-motion[Let nothing move by itself]' \
'--plain[Talk in lines\: for a screen reader, a pipe, a script]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'-V[Print version]' \
'--version[Print version]' \
":: :_tingle_commands" \
"*::: :->tingle" \
&& ret=0
    case $state in
    (tingle)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:tingle-command-$line[1]:"
        case $line[1] in
            (guide)
_arguments "${_arguments_options[@]}" : \
'--answers=[Start with the answers in this file]:FILE:_default' \
'--theme=[Use this theme]:NAME:_default' \
'--knowledge=[Read the knowledge base from this folder instead of the built-in one]:DIR:_files' \
'--settings=[Read the settings from this file instead of the usual one]:FILE:_files' \
'--no-mouse[Leave the mouse to the terminal, so that it selects text]' \
'--ascii[Draw with letters only]' \
'--reduced-motion[Let nothing move by itself]' \
'--plain[Talk in lines\: for a screen reader, a pipe, a script]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(show)
_arguments "${_arguments_options[@]}" : \
'--format=[How to print it]:FORMAT:((text\:"Plain text, wrapped"
markdown\:"Markdown"
json\:"JSON"))' \
'--knowledge=[Read the knowledge base from this folder instead of the built-in one]:DIR:_files' \
'--settings=[Read the settings from this file instead of the usual one]:FILE:_files' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'*::ids -- Ids, or words to search for:_default' \
&& ret=0
;;
(list)
_arguments "${_arguments_options[@]}" : \
'--knowledge=[Read the knowledge base from this folder instead of the built-in one]:DIR:_files' \
'--settings=[Read the settings from this file instead of the usual one]:FILE:_files' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':what -- What to list:((causes\:"Possible causes, by group"
findings\:"Signs and questions, by group"
rules\:"Red flags"
tests\:"Tests to ask about"
treatments\:"Treatments to ask about"
self-care\:"Things to do at home"
self-exams\:"Checks to do on oneself"
scores\:"Questionnaires and stagings"
sources\:"Papers and guidelines"
terms\:"The glossary"
statements\:"Statements of the seed article"))' \
&& ret=0
;;
(assess)
_arguments "${_arguments_options[@]}" : \
'()--code=[Take the answers from a code instead of a file]:CODE:_default' \
'--format=[How to print it]:FORMAT:((text\:"Plain text, wrapped"
markdown\:"Markdown"
json\:"JSON for scripts"
html\:"One file for a browser, to read or to print"
slip\:"A slip of paper, see --width"
fhir\:"FHIR R4 QuestionnaireResponse\: the answers"
fhir-questionnaire\:"FHIR R4 Questionnaire\: all questions"
code\:"The answers as a code for --code"
qr\:"That code as a picture; needs a terminal that shows half blocks"))' \
'--width=[Columns of the slip\: 32 and 48 suit receipt printers]:WIDTH:_default' \
'--out=[Write it to this file, whole or not at all]:FILE:_files' \
'--knowledge=[Read the knowledge base from this folder instead of the built-in one]:DIR:_files' \
'--settings=[Read the settings from this file instead of the usual one]:FILE:_files' \
'--explain[Name every reason with its weight in words]' \
'--doctor[For a doctor\: numbers, rules, sources, all answers]' \
'--force[Replace the file if it is there already]' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'::file -- The file, or - for standard input:_default' \
&& ret=0
;;
(ask)
_arguments "${_arguments_options[@]}" : \
'--knowledge=[Read the knowledge base from this folder instead of the built-in one]:DIR:_files' \
'--settings=[Read the settings from this file instead of the usual one]:FILE:_files' \
'-h[Print help]' \
'--help[Print help]' \
':file -- The file, or - for standard input:_default' \
&& ret=0
;;
(compare)
_arguments "${_arguments_options[@]}" : \
'--format=[How to print it]:FORMAT:((text\:"Plain text, wrapped"
markdown\:"Markdown"
json\:"JSON"))' \
'--knowledge=[Read the knowledge base from this folder instead of the built-in one]:DIR:_files' \
'--settings=[Read the settings from this file instead of the usual one]:FILE:_files' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':first -- A cause:_default' \
':second -- Another cause:_default' \
&& ret=0
;;
(knowledge)
_arguments "${_arguments_options[@]}" : \
'--knowledge=[Read the knowledge base from this folder instead of the built-in one]:DIR:_files' \
'--settings=[Read the settings from this file instead of the usual one]:FILE:_files' \
'-h[Print help]' \
'--help[Print help]' \
":: :_tingle__subcmd__knowledge_commands" \
"*::: :->knowledge" \
&& ret=0

    case $state in
    (knowledge)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:tingle-knowledge-command-$line[1]:"
        case $line[1] in
            (check)
_arguments "${_arguments_options[@]}" : \
'--knowledge=[Read the knowledge base from this folder instead of the built-in one]:DIR:_files' \
'--settings=[Read the settings from this file instead of the usual one]:FILE:_files' \
'-h[Print help]' \
'--help[Print help]' \
'::folder -- The folder; the built-in knowledge base without it:_files' \
&& ret=0
;;
(stats)
_arguments "${_arguments_options[@]}" : \
'--format=[How to print it]:FORMAT:((text\:"Plain text, wrapped"
markdown\:"Markdown"
json\:"JSON"))' \
'--knowledge=[Read the knowledge base from this folder instead of the built-in one]:DIR:_files' \
'--settings=[Read the settings from this file instead of the usual one]:FILE:_files' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(evaluate)
_arguments "${_arguments_options[@]}" : \
'--diff=[Compare case by case with the knowledge base in this folder]:OTHER_KNOWLEDGE_DIR:_files' \
'--knowledge=[Read the knowledge base from this folder instead of the built-in one]:DIR:_files' \
'--settings=[Read the settings from this file instead of the usual one]:FILE:_files' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':cases -- A file of cases, or a folder of such files:_files' \
&& ret=0
;;
(new)
_arguments "${_arguments_options[@]}" : \
'--knowledge=[Read the knowledge base from this folder instead of the built-in one]:DIR:_files' \
'--settings=[Read the settings from this file instead of the usual one]:FILE:_files' \
'-h[Print help]' \
'--help[Print help]' \
":: :_tingle__subcmd__knowledge__subcmd__new_commands" \
"*::: :->new" \
&& ret=0

    case $state in
    (new)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:tingle-knowledge-new-command-$line[1]:"
        case $line[1] in
            (cause)
_arguments "${_arguments_options[@]}" : \
'--into=[Folder of the knowledge base to write into]:DIR:_files' \
'--group=[Group of the cause, a folder below \`causes\`]:GROUP:_default' \
'--knowledge=[Read the knowledge base from this folder instead of the built-in one]:DIR:_files' \
'--settings=[Read the settings from this file instead of the usual one]:FILE:_files' \
'-h[Print help]' \
'--help[Print help]' \
':id -- Id of the cause, for example `peroneal-cyst`:_default' \
&& ret=0
;;
(help)
_arguments "${_arguments_options[@]}" : \
":: :_tingle__subcmd__knowledge__subcmd__new__subcmd__help_commands" \
"*::: :->help" \
&& ret=0

    case $state in
    (help)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:tingle-knowledge-new-help-command-$line[1]:"
        case $line[1] in
            (cause)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(help)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
        esac
    ;;
esac
;;
        esac
    ;;
esac
;;
(help)
_arguments "${_arguments_options[@]}" : \
":: :_tingle__subcmd__knowledge__subcmd__help_commands" \
"*::: :->help" \
&& ret=0

    case $state in
    (help)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:tingle-knowledge-help-command-$line[1]:"
        case $line[1] in
            (check)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(stats)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(evaluate)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(new)
_arguments "${_arguments_options[@]}" : \
":: :_tingle__subcmd__knowledge__subcmd__help__subcmd__new_commands" \
"*::: :->new" \
&& ret=0

    case $state in
    (new)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:tingle-knowledge-help-new-command-$line[1]:"
        case $line[1] in
            (cause)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
        esac
    ;;
esac
;;
(help)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
        esac
    ;;
esac
;;
        esac
    ;;
esac
;;
(settings)
_arguments "${_arguments_options[@]}" : \
'--knowledge=[Read the knowledge base from this folder instead of the built-in one]:DIR:_files' \
'--settings=[Read the settings from this file instead of the usual one]:FILE:_files' \
'-h[Print help]' \
'--help[Print help]' \
":: :_tingle__subcmd__settings_commands" \
"*::: :->settings" \
&& ret=0

    case $state in
    (settings)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:tingle-settings-command-$line[1]:"
        case $line[1] in
            (path)
_arguments "${_arguments_options[@]}" : \
'--knowledge=[Read the knowledge base from this folder instead of the built-in one]:DIR:_files' \
'--settings=[Read the settings from this file instead of the usual one]:FILE:_files' \
'-h[Print help]' \
'--help[Print help]' \
&& ret=0
;;
(check)
_arguments "${_arguments_options[@]}" : \
'--knowledge=[Read the knowledge base from this folder instead of the built-in one]:DIR:_files' \
'--settings=[Read the settings from this file instead of the usual one]:FILE:_files' \
'-h[Print help]' \
'--help[Print help]' \
'::file -- The file; the one in use without it:_files' \
&& ret=0
;;
(print-default)
_arguments "${_arguments_options[@]}" : \
'--knowledge=[Read the knowledge base from this folder instead of the built-in one]:DIR:_files' \
'--settings=[Read the settings from this file instead of the usual one]:FILE:_files' \
'-h[Print help]' \
'--help[Print help]' \
&& ret=0
;;
(help)
_arguments "${_arguments_options[@]}" : \
":: :_tingle__subcmd__settings__subcmd__help_commands" \
"*::: :->help" \
&& ret=0

    case $state in
    (help)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:tingle-settings-help-command-$line[1]:"
        case $line[1] in
            (path)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(check)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(print-default)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(help)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
        esac
    ;;
esac
;;
        esac
    ;;
esac
;;
(kiosk)
_arguments "${_arguments_options[@]}" : \
'--speak=[Read every screen out with this program]:COMMAND:_default' \
'--knowledge=[Read the knowledge base from this folder instead of the built-in one]:DIR:_files' \
'--settings=[Read the settings from this file instead of the usual one]:FILE:_files' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
":: :_tingle__subcmd__kiosk_commands" \
"*::: :->kiosk" \
&& ret=0

    case $state in
    (kiosk)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:tingle-kiosk-command-$line[1]:"
        case $line[1] in
            (print-default)
_arguments "${_arguments_options[@]}" : \
'--knowledge=[Read the knowledge base from this folder instead of the built-in one]:DIR:_files' \
'--settings=[Read the settings from this file instead of the usual one]:FILE:_files' \
'-h[Print help]' \
'--help[Print help]' \
&& ret=0
;;
(check)
_arguments "${_arguments_options[@]}" : \
'--knowledge=[Read the knowledge base from this folder instead of the built-in one]:DIR:_files' \
'--settings=[Read the settings from this file instead of the usual one]:FILE:_files' \
'-h[Print help]' \
'--help[Print help]' \
'::file -- The file; the one in use without it:_files' \
&& ret=0
;;
(set-pin)
_arguments "${_arguments_options[@]}" : \
'--into=[Put the line into this settings file instead of printing it]:FILE:_files' \
'--knowledge=[Read the knowledge base from this folder instead of the built-in one]:DIR:_files' \
'--settings=[Read the settings from this file instead of the usual one]:FILE:_files' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
&& ret=0
;;
(report)
_arguments "${_arguments_options[@]}" : \
'--format=[How to print it]:FORMAT:((text\:"Plain text, wrapped"
markdown\:"Markdown"
json\:"JSON"))' \
'--knowledge=[Read the knowledge base from this folder instead of the built-in one]:DIR:_files' \
'--settings=[Read the settings from this file instead of the usual one]:FILE:_files' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
'::folder -- The folder of the counters; that of the settings without it:_files' \
&& ret=0
;;
(help)
_arguments "${_arguments_options[@]}" : \
":: :_tingle__subcmd__kiosk__subcmd__help_commands" \
"*::: :->help" \
&& ret=0

    case $state in
    (help)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:tingle-kiosk-help-command-$line[1]:"
        case $line[1] in
            (print-default)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(check)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(set-pin)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(report)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(help)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
        esac
    ;;
esac
;;
        esac
    ;;
esac
;;
(completions)
_arguments "${_arguments_options[@]}" : \
'--knowledge=[Read the knowledge base from this folder instead of the built-in one]:DIR:_files' \
'--settings=[Read the settings from this file instead of the usual one]:FILE:_files' \
'-h[Print help (see more with '\''--help'\'')]' \
'--help[Print help (see more with '\''--help'\'')]' \
':shell -- The shell:((bash\:"GNU Bash"
elvish\:"Elvish"
fish\:"Fish"
powershell\:"PowerShell"
zsh\:"Zsh"))' \
&& ret=0
;;
(man)
_arguments "${_arguments_options[@]}" : \
'--knowledge=[Read the knowledge base from this folder instead of the built-in one]:DIR:_files' \
'--settings=[Read the settings from this file instead of the usual one]:FILE:_files' \
'-h[Print help]' \
'--help[Print help]' \
&& ret=0
;;
(help)
_arguments "${_arguments_options[@]}" : \
":: :_tingle__subcmd__help_commands" \
"*::: :->help" \
&& ret=0

    case $state in
    (help)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:tingle-help-command-$line[1]:"
        case $line[1] in
            (guide)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(show)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(list)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(assess)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(ask)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(compare)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(knowledge)
_arguments "${_arguments_options[@]}" : \
":: :_tingle__subcmd__help__subcmd__knowledge_commands" \
"*::: :->knowledge" \
&& ret=0

    case $state in
    (knowledge)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:tingle-help-knowledge-command-$line[1]:"
        case $line[1] in
            (check)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(stats)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(evaluate)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(new)
_arguments "${_arguments_options[@]}" : \
":: :_tingle__subcmd__help__subcmd__knowledge__subcmd__new_commands" \
"*::: :->new" \
&& ret=0

    case $state in
    (new)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:tingle-help-knowledge-new-command-$line[1]:"
        case $line[1] in
            (cause)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
        esac
    ;;
esac
;;
        esac
    ;;
esac
;;
(settings)
_arguments "${_arguments_options[@]}" : \
":: :_tingle__subcmd__help__subcmd__settings_commands" \
"*::: :->settings" \
&& ret=0

    case $state in
    (settings)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:tingle-help-settings-command-$line[1]:"
        case $line[1] in
            (path)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(check)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(print-default)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
        esac
    ;;
esac
;;
(kiosk)
_arguments "${_arguments_options[@]}" : \
":: :_tingle__subcmd__help__subcmd__kiosk_commands" \
"*::: :->kiosk" \
&& ret=0

    case $state in
    (kiosk)
        words=($line[1] "${words[@]}")
        (( CURRENT += 1 ))
        curcontext="${curcontext%:*:*}:tingle-help-kiosk-command-$line[1]:"
        case $line[1] in
            (print-default)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(check)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(set-pin)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(report)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
        esac
    ;;
esac
;;
(completions)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(man)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
(help)
_arguments "${_arguments_options[@]}" : \
&& ret=0
;;
        esac
    ;;
esac
;;
        esac
    ;;
esac
}

(( $+functions[_tingle_commands] )) ||
_tingle_commands() {
    local commands; commands=(
'guide:Walk through it question by question, emergencies first' \
'show:Show a cause, finding, red flag, test, treatment, self-check, term or source' \
'list:List all entries of a kind' \
'assess:Assess answers from a file\: urgency, causes, tests, what helps' \
'ask:Print the next question for the answers in a file, and why it is asked' \
'compare:Print what tells two causes apart, by weight' \
'knowledge:Tools for those who write the knowledge base' \
'settings:Settings of the full screen\: where they are, whether they are in order' \
'kiosk:The walkthrough on a locked terminal in a waiting room' \
'completions:Print completions for a shell' \
'man:Print the manual page' \
'help:Print this message or the help of the given subcommand(s)' \
    )
    _describe -t commands 'tingle commands' commands "$@"
}
(( $+functions[_tingle__subcmd__ask_commands] )) ||
_tingle__subcmd__ask_commands() {
    local commands; commands=()
    _describe -t commands 'tingle ask commands' commands "$@"
}
(( $+functions[_tingle__subcmd__assess_commands] )) ||
_tingle__subcmd__assess_commands() {
    local commands; commands=()
    _describe -t commands 'tingle assess commands' commands "$@"
}
(( $+functions[_tingle__subcmd__compare_commands] )) ||
_tingle__subcmd__compare_commands() {
    local commands; commands=()
    _describe -t commands 'tingle compare commands' commands "$@"
}
(( $+functions[_tingle__subcmd__completions_commands] )) ||
_tingle__subcmd__completions_commands() {
    local commands; commands=()
    _describe -t commands 'tingle completions commands' commands "$@"
}
(( $+functions[_tingle__subcmd__guide_commands] )) ||
_tingle__subcmd__guide_commands() {
    local commands; commands=()
    _describe -t commands 'tingle guide commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help_commands] )) ||
_tingle__subcmd__help_commands() {
    local commands; commands=(
'guide:Walk through it question by question, emergencies first' \
'show:Show a cause, finding, red flag, test, treatment, self-check, term or source' \
'list:List all entries of a kind' \
'assess:Assess answers from a file\: urgency, causes, tests, what helps' \
'ask:Print the next question for the answers in a file, and why it is asked' \
'compare:Print what tells two causes apart, by weight' \
'knowledge:Tools for those who write the knowledge base' \
'settings:Settings of the full screen\: where they are, whether they are in order' \
'kiosk:The walkthrough on a locked terminal in a waiting room' \
'completions:Print completions for a shell' \
'man:Print the manual page' \
'help:Print this message or the help of the given subcommand(s)' \
    )
    _describe -t commands 'tingle help commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help__subcmd__ask_commands] )) ||
_tingle__subcmd__help__subcmd__ask_commands() {
    local commands; commands=()
    _describe -t commands 'tingle help ask commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help__subcmd__assess_commands] )) ||
_tingle__subcmd__help__subcmd__assess_commands() {
    local commands; commands=()
    _describe -t commands 'tingle help assess commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help__subcmd__compare_commands] )) ||
_tingle__subcmd__help__subcmd__compare_commands() {
    local commands; commands=()
    _describe -t commands 'tingle help compare commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help__subcmd__completions_commands] )) ||
_tingle__subcmd__help__subcmd__completions_commands() {
    local commands; commands=()
    _describe -t commands 'tingle help completions commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help__subcmd__guide_commands] )) ||
_tingle__subcmd__help__subcmd__guide_commands() {
    local commands; commands=()
    _describe -t commands 'tingle help guide commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help__subcmd__help_commands] )) ||
_tingle__subcmd__help__subcmd__help_commands() {
    local commands; commands=()
    _describe -t commands 'tingle help help commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help__subcmd__kiosk_commands] )) ||
_tingle__subcmd__help__subcmd__kiosk_commands() {
    local commands; commands=(
'print-default:Print a settings file with every default, to start from' \
'check:Check the settings\: every fault with file, line, column and a mend' \
'set-pin:Make the line for the staff PIN' \
'report:Show what was counted, by day' \
    )
    _describe -t commands 'tingle help kiosk commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help__subcmd__kiosk__subcmd__check_commands] )) ||
_tingle__subcmd__help__subcmd__kiosk__subcmd__check_commands() {
    local commands; commands=()
    _describe -t commands 'tingle help kiosk check commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help__subcmd__kiosk__subcmd__print-default_commands] )) ||
_tingle__subcmd__help__subcmd__kiosk__subcmd__print-default_commands() {
    local commands; commands=()
    _describe -t commands 'tingle help kiosk print-default commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help__subcmd__kiosk__subcmd__report_commands] )) ||
_tingle__subcmd__help__subcmd__kiosk__subcmd__report_commands() {
    local commands; commands=()
    _describe -t commands 'tingle help kiosk report commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help__subcmd__kiosk__subcmd__set-pin_commands] )) ||
_tingle__subcmd__help__subcmd__kiosk__subcmd__set-pin_commands() {
    local commands; commands=()
    _describe -t commands 'tingle help kiosk set-pin commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help__subcmd__knowledge_commands] )) ||
_tingle__subcmd__help__subcmd__knowledge_commands() {
    local commands; commands=(
'check:Check a knowledge base\: every fault with file, line, column and a mend' \
'stats:Count entries, figures by grade, coverage, reading grade' \
'evaluate:Measure the knowledge base on cases' \
'new:Start something new' \
    )
    _describe -t commands 'tingle help knowledge commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help__subcmd__knowledge__subcmd__check_commands] )) ||
_tingle__subcmd__help__subcmd__knowledge__subcmd__check_commands() {
    local commands; commands=()
    _describe -t commands 'tingle help knowledge check commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help__subcmd__knowledge__subcmd__evaluate_commands] )) ||
_tingle__subcmd__help__subcmd__knowledge__subcmd__evaluate_commands() {
    local commands; commands=()
    _describe -t commands 'tingle help knowledge evaluate commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help__subcmd__knowledge__subcmd__new_commands] )) ||
_tingle__subcmd__help__subcmd__knowledge__subcmd__new_commands() {
    local commands; commands=(
'cause:Write a commented skeleton of a cause, one file of figures and one of words' \
    )
    _describe -t commands 'tingle help knowledge new commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help__subcmd__knowledge__subcmd__new__subcmd__cause_commands] )) ||
_tingle__subcmd__help__subcmd__knowledge__subcmd__new__subcmd__cause_commands() {
    local commands; commands=()
    _describe -t commands 'tingle help knowledge new cause commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help__subcmd__knowledge__subcmd__stats_commands] )) ||
_tingle__subcmd__help__subcmd__knowledge__subcmd__stats_commands() {
    local commands; commands=()
    _describe -t commands 'tingle help knowledge stats commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help__subcmd__list_commands] )) ||
_tingle__subcmd__help__subcmd__list_commands() {
    local commands; commands=()
    _describe -t commands 'tingle help list commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help__subcmd__man_commands] )) ||
_tingle__subcmd__help__subcmd__man_commands() {
    local commands; commands=()
    _describe -t commands 'tingle help man commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help__subcmd__settings_commands] )) ||
_tingle__subcmd__help__subcmd__settings_commands() {
    local commands; commands=(
'path:Print where the settings file is looked for, and whether it is there' \
'check:Check settings and themes\: every fault with file, line, column and a mend' \
'print-default:Print a settings file with every default, to start from' \
    )
    _describe -t commands 'tingle help settings commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help__subcmd__settings__subcmd__check_commands] )) ||
_tingle__subcmd__help__subcmd__settings__subcmd__check_commands() {
    local commands; commands=()
    _describe -t commands 'tingle help settings check commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help__subcmd__settings__subcmd__path_commands] )) ||
_tingle__subcmd__help__subcmd__settings__subcmd__path_commands() {
    local commands; commands=()
    _describe -t commands 'tingle help settings path commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help__subcmd__settings__subcmd__print-default_commands] )) ||
_tingle__subcmd__help__subcmd__settings__subcmd__print-default_commands() {
    local commands; commands=()
    _describe -t commands 'tingle help settings print-default commands' commands "$@"
}
(( $+functions[_tingle__subcmd__help__subcmd__show_commands] )) ||
_tingle__subcmd__help__subcmd__show_commands() {
    local commands; commands=()
    _describe -t commands 'tingle help show commands' commands "$@"
}
(( $+functions[_tingle__subcmd__kiosk_commands] )) ||
_tingle__subcmd__kiosk_commands() {
    local commands; commands=(
'print-default:Print a settings file with every default, to start from' \
'check:Check the settings\: every fault with file, line, column and a mend' \
'set-pin:Make the line for the staff PIN' \
'report:Show what was counted, by day' \
'help:Print this message or the help of the given subcommand(s)' \
    )
    _describe -t commands 'tingle kiosk commands' commands "$@"
}
(( $+functions[_tingle__subcmd__kiosk__subcmd__check_commands] )) ||
_tingle__subcmd__kiosk__subcmd__check_commands() {
    local commands; commands=()
    _describe -t commands 'tingle kiosk check commands' commands "$@"
}
(( $+functions[_tingle__subcmd__kiosk__subcmd__help_commands] )) ||
_tingle__subcmd__kiosk__subcmd__help_commands() {
    local commands; commands=(
'print-default:Print a settings file with every default, to start from' \
'check:Check the settings\: every fault with file, line, column and a mend' \
'set-pin:Make the line for the staff PIN' \
'report:Show what was counted, by day' \
'help:Print this message or the help of the given subcommand(s)' \
    )
    _describe -t commands 'tingle kiosk help commands' commands "$@"
}
(( $+functions[_tingle__subcmd__kiosk__subcmd__help__subcmd__check_commands] )) ||
_tingle__subcmd__kiosk__subcmd__help__subcmd__check_commands() {
    local commands; commands=()
    _describe -t commands 'tingle kiosk help check commands' commands "$@"
}
(( $+functions[_tingle__subcmd__kiosk__subcmd__help__subcmd__help_commands] )) ||
_tingle__subcmd__kiosk__subcmd__help__subcmd__help_commands() {
    local commands; commands=()
    _describe -t commands 'tingle kiosk help help commands' commands "$@"
}
(( $+functions[_tingle__subcmd__kiosk__subcmd__help__subcmd__print-default_commands] )) ||
_tingle__subcmd__kiosk__subcmd__help__subcmd__print-default_commands() {
    local commands; commands=()
    _describe -t commands 'tingle kiosk help print-default commands' commands "$@"
}
(( $+functions[_tingle__subcmd__kiosk__subcmd__help__subcmd__report_commands] )) ||
_tingle__subcmd__kiosk__subcmd__help__subcmd__report_commands() {
    local commands; commands=()
    _describe -t commands 'tingle kiosk help report commands' commands "$@"
}
(( $+functions[_tingle__subcmd__kiosk__subcmd__help__subcmd__set-pin_commands] )) ||
_tingle__subcmd__kiosk__subcmd__help__subcmd__set-pin_commands() {
    local commands; commands=()
    _describe -t commands 'tingle kiosk help set-pin commands' commands "$@"
}
(( $+functions[_tingle__subcmd__kiosk__subcmd__print-default_commands] )) ||
_tingle__subcmd__kiosk__subcmd__print-default_commands() {
    local commands; commands=()
    _describe -t commands 'tingle kiosk print-default commands' commands "$@"
}
(( $+functions[_tingle__subcmd__kiosk__subcmd__report_commands] )) ||
_tingle__subcmd__kiosk__subcmd__report_commands() {
    local commands; commands=()
    _describe -t commands 'tingle kiosk report commands' commands "$@"
}
(( $+functions[_tingle__subcmd__kiosk__subcmd__set-pin_commands] )) ||
_tingle__subcmd__kiosk__subcmd__set-pin_commands() {
    local commands; commands=()
    _describe -t commands 'tingle kiosk set-pin commands' commands "$@"
}
(( $+functions[_tingle__subcmd__knowledge_commands] )) ||
_tingle__subcmd__knowledge_commands() {
    local commands; commands=(
'check:Check a knowledge base\: every fault with file, line, column and a mend' \
'stats:Count entries, figures by grade, coverage, reading grade' \
'evaluate:Measure the knowledge base on cases' \
'new:Start something new' \
'help:Print this message or the help of the given subcommand(s)' \
    )
    _describe -t commands 'tingle knowledge commands' commands "$@"
}
(( $+functions[_tingle__subcmd__knowledge__subcmd__check_commands] )) ||
_tingle__subcmd__knowledge__subcmd__check_commands() {
    local commands; commands=()
    _describe -t commands 'tingle knowledge check commands' commands "$@"
}
(( $+functions[_tingle__subcmd__knowledge__subcmd__evaluate_commands] )) ||
_tingle__subcmd__knowledge__subcmd__evaluate_commands() {
    local commands; commands=()
    _describe -t commands 'tingle knowledge evaluate commands' commands "$@"
}
(( $+functions[_tingle__subcmd__knowledge__subcmd__help_commands] )) ||
_tingle__subcmd__knowledge__subcmd__help_commands() {
    local commands; commands=(
'check:Check a knowledge base\: every fault with file, line, column and a mend' \
'stats:Count entries, figures by grade, coverage, reading grade' \
'evaluate:Measure the knowledge base on cases' \
'new:Start something new' \
'help:Print this message or the help of the given subcommand(s)' \
    )
    _describe -t commands 'tingle knowledge help commands' commands "$@"
}
(( $+functions[_tingle__subcmd__knowledge__subcmd__help__subcmd__check_commands] )) ||
_tingle__subcmd__knowledge__subcmd__help__subcmd__check_commands() {
    local commands; commands=()
    _describe -t commands 'tingle knowledge help check commands' commands "$@"
}
(( $+functions[_tingle__subcmd__knowledge__subcmd__help__subcmd__evaluate_commands] )) ||
_tingle__subcmd__knowledge__subcmd__help__subcmd__evaluate_commands() {
    local commands; commands=()
    _describe -t commands 'tingle knowledge help evaluate commands' commands "$@"
}
(( $+functions[_tingle__subcmd__knowledge__subcmd__help__subcmd__help_commands] )) ||
_tingle__subcmd__knowledge__subcmd__help__subcmd__help_commands() {
    local commands; commands=()
    _describe -t commands 'tingle knowledge help help commands' commands "$@"
}
(( $+functions[_tingle__subcmd__knowledge__subcmd__help__subcmd__new_commands] )) ||
_tingle__subcmd__knowledge__subcmd__help__subcmd__new_commands() {
    local commands; commands=(
'cause:Write a commented skeleton of a cause, one file of figures and one of words' \
    )
    _describe -t commands 'tingle knowledge help new commands' commands "$@"
}
(( $+functions[_tingle__subcmd__knowledge__subcmd__help__subcmd__new__subcmd__cause_commands] )) ||
_tingle__subcmd__knowledge__subcmd__help__subcmd__new__subcmd__cause_commands() {
    local commands; commands=()
    _describe -t commands 'tingle knowledge help new cause commands' commands "$@"
}
(( $+functions[_tingle__subcmd__knowledge__subcmd__help__subcmd__stats_commands] )) ||
_tingle__subcmd__knowledge__subcmd__help__subcmd__stats_commands() {
    local commands; commands=()
    _describe -t commands 'tingle knowledge help stats commands' commands "$@"
}
(( $+functions[_tingle__subcmd__knowledge__subcmd__new_commands] )) ||
_tingle__subcmd__knowledge__subcmd__new_commands() {
    local commands; commands=(
'cause:Write a commented skeleton of a cause, one file of figures and one of words' \
'help:Print this message or the help of the given subcommand(s)' \
    )
    _describe -t commands 'tingle knowledge new commands' commands "$@"
}
(( $+functions[_tingle__subcmd__knowledge__subcmd__new__subcmd__cause_commands] )) ||
_tingle__subcmd__knowledge__subcmd__new__subcmd__cause_commands() {
    local commands; commands=()
    _describe -t commands 'tingle knowledge new cause commands' commands "$@"
}
(( $+functions[_tingle__subcmd__knowledge__subcmd__new__subcmd__help_commands] )) ||
_tingle__subcmd__knowledge__subcmd__new__subcmd__help_commands() {
    local commands; commands=(
'cause:Write a commented skeleton of a cause, one file of figures and one of words' \
'help:Print this message or the help of the given subcommand(s)' \
    )
    _describe -t commands 'tingle knowledge new help commands' commands "$@"
}
(( $+functions[_tingle__subcmd__knowledge__subcmd__new__subcmd__help__subcmd__cause_commands] )) ||
_tingle__subcmd__knowledge__subcmd__new__subcmd__help__subcmd__cause_commands() {
    local commands; commands=()
    _describe -t commands 'tingle knowledge new help cause commands' commands "$@"
}
(( $+functions[_tingle__subcmd__knowledge__subcmd__new__subcmd__help__subcmd__help_commands] )) ||
_tingle__subcmd__knowledge__subcmd__new__subcmd__help__subcmd__help_commands() {
    local commands; commands=()
    _describe -t commands 'tingle knowledge new help help commands' commands "$@"
}
(( $+functions[_tingle__subcmd__knowledge__subcmd__stats_commands] )) ||
_tingle__subcmd__knowledge__subcmd__stats_commands() {
    local commands; commands=()
    _describe -t commands 'tingle knowledge stats commands' commands "$@"
}
(( $+functions[_tingle__subcmd__list_commands] )) ||
_tingle__subcmd__list_commands() {
    local commands; commands=()
    _describe -t commands 'tingle list commands' commands "$@"
}
(( $+functions[_tingle__subcmd__man_commands] )) ||
_tingle__subcmd__man_commands() {
    local commands; commands=()
    _describe -t commands 'tingle man commands' commands "$@"
}
(( $+functions[_tingle__subcmd__settings_commands] )) ||
_tingle__subcmd__settings_commands() {
    local commands; commands=(
'path:Print where the settings file is looked for, and whether it is there' \
'check:Check settings and themes\: every fault with file, line, column and a mend' \
'print-default:Print a settings file with every default, to start from' \
'help:Print this message or the help of the given subcommand(s)' \
    )
    _describe -t commands 'tingle settings commands' commands "$@"
}
(( $+functions[_tingle__subcmd__settings__subcmd__check_commands] )) ||
_tingle__subcmd__settings__subcmd__check_commands() {
    local commands; commands=()
    _describe -t commands 'tingle settings check commands' commands "$@"
}
(( $+functions[_tingle__subcmd__settings__subcmd__help_commands] )) ||
_tingle__subcmd__settings__subcmd__help_commands() {
    local commands; commands=(
'path:Print where the settings file is looked for, and whether it is there' \
'check:Check settings and themes\: every fault with file, line, column and a mend' \
'print-default:Print a settings file with every default, to start from' \
'help:Print this message or the help of the given subcommand(s)' \
    )
    _describe -t commands 'tingle settings help commands' commands "$@"
}
(( $+functions[_tingle__subcmd__settings__subcmd__help__subcmd__check_commands] )) ||
_tingle__subcmd__settings__subcmd__help__subcmd__check_commands() {
    local commands; commands=()
    _describe -t commands 'tingle settings help check commands' commands "$@"
}
(( $+functions[_tingle__subcmd__settings__subcmd__help__subcmd__help_commands] )) ||
_tingle__subcmd__settings__subcmd__help__subcmd__help_commands() {
    local commands; commands=()
    _describe -t commands 'tingle settings help help commands' commands "$@"
}
(( $+functions[_tingle__subcmd__settings__subcmd__help__subcmd__path_commands] )) ||
_tingle__subcmd__settings__subcmd__help__subcmd__path_commands() {
    local commands; commands=()
    _describe -t commands 'tingle settings help path commands' commands "$@"
}
(( $+functions[_tingle__subcmd__settings__subcmd__help__subcmd__print-default_commands] )) ||
_tingle__subcmd__settings__subcmd__help__subcmd__print-default_commands() {
    local commands; commands=()
    _describe -t commands 'tingle settings help print-default commands' commands "$@"
}
(( $+functions[_tingle__subcmd__settings__subcmd__path_commands] )) ||
_tingle__subcmd__settings__subcmd__path_commands() {
    local commands; commands=()
    _describe -t commands 'tingle settings path commands' commands "$@"
}
(( $+functions[_tingle__subcmd__settings__subcmd__print-default_commands] )) ||
_tingle__subcmd__settings__subcmd__print-default_commands() {
    local commands; commands=()
    _describe -t commands 'tingle settings print-default commands' commands "$@"
}
(( $+functions[_tingle__subcmd__show_commands] )) ||
_tingle__subcmd__show_commands() {
    local commands; commands=()
    _describe -t commands 'tingle show commands' commands "$@"
}

if [ "$funcstack[1]" = "_tingle" ]; then
    _tingle "$@"
else
    compdef _tingle tingle
fi
