# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_tingle_global_optspecs
    string join \n knowledge= settings= answers= theme= no-mouse ascii reduced-motion plain h/help V/version
end

function __fish_tingle_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_tingle_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_tingle_using_subcommand
    set -l cmd (__fish_tingle_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c tingle -n "__fish_tingle_needs_command" -l knowledge -d 'Read the knowledge base from this folder instead of the built-in one' -r -F
complete -c tingle -n "__fish_tingle_needs_command" -l settings -d 'Read the settings from this file instead of the usual one' -r -F
complete -c tingle -n "__fish_tingle_needs_command" -l answers -d 'Start with the answers in this file' -r
complete -c tingle -n "__fish_tingle_needs_command" -l theme -d 'Use this theme' -r
complete -c tingle -n "__fish_tingle_needs_command" -l no-mouse -d 'Leave the mouse to the terminal, so that it selects text'
complete -c tingle -n "__fish_tingle_needs_command" -l ascii -d 'Draw with letters only'
complete -c tingle -n "__fish_tingle_needs_command" -l reduced-motion -d 'Let nothing move by itself'
complete -c tingle -n "__fish_tingle_needs_command" -l plain -d 'Talk in lines: for a screen reader, a pipe, a script'
complete -c tingle -n "__fish_tingle_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tingle -n "__fish_tingle_needs_command" -s V -l version -d 'Print version'
complete -c tingle -n "__fish_tingle_needs_command" -f -a "guide" -d 'Walk through it question by question, emergencies first'
complete -c tingle -n "__fish_tingle_needs_command" -f -a "show" -d 'Show a cause, finding, red flag, test, treatment, self-check, term or source'
complete -c tingle -n "__fish_tingle_needs_command" -f -a "list" -d 'List all entries of a kind'
complete -c tingle -n "__fish_tingle_needs_command" -f -a "assess" -d 'Assess answers from a file: urgency, causes, tests, what helps'
complete -c tingle -n "__fish_tingle_needs_command" -f -a "ask" -d 'Print the next question for the answers in a file, and why it is asked'
complete -c tingle -n "__fish_tingle_needs_command" -f -a "compare" -d 'Print what tells two causes apart, by weight'
complete -c tingle -n "__fish_tingle_needs_command" -f -a "knowledge" -d 'Tools for those who write the knowledge base'
complete -c tingle -n "__fish_tingle_needs_command" -f -a "settings" -d 'Settings of the full screen: where they are, whether they are in order'
complete -c tingle -n "__fish_tingle_needs_command" -f -a "kiosk" -d 'The walkthrough on a locked terminal in a waiting room'
complete -c tingle -n "__fish_tingle_needs_command" -f -a "completions" -d 'Print completions for a shell'
complete -c tingle -n "__fish_tingle_needs_command" -f -a "man" -d 'Print the manual page'
complete -c tingle -n "__fish_tingle_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tingle -n "__fish_tingle_using_subcommand guide" -l answers -d 'Start with the answers in this file' -r
complete -c tingle -n "__fish_tingle_using_subcommand guide" -l theme -d 'Use this theme' -r
complete -c tingle -n "__fish_tingle_using_subcommand guide" -l knowledge -d 'Read the knowledge base from this folder instead of the built-in one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand guide" -l settings -d 'Read the settings from this file instead of the usual one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand guide" -l no-mouse -d 'Leave the mouse to the terminal, so that it selects text'
complete -c tingle -n "__fish_tingle_using_subcommand guide" -l ascii -d 'Draw with letters only'
complete -c tingle -n "__fish_tingle_using_subcommand guide" -l reduced-motion -d 'Let nothing move by itself'
complete -c tingle -n "__fish_tingle_using_subcommand guide" -l plain -d 'Talk in lines: for a screen reader, a pipe, a script'
complete -c tingle -n "__fish_tingle_using_subcommand guide" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tingle -n "__fish_tingle_using_subcommand show" -l format -d 'How to print it' -r -f -a "text\t'Plain text, wrapped'
markdown\t'Markdown'
json\t'JSON'"
complete -c tingle -n "__fish_tingle_using_subcommand show" -l knowledge -d 'Read the knowledge base from this folder instead of the built-in one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand show" -l settings -d 'Read the settings from this file instead of the usual one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tingle -n "__fish_tingle_using_subcommand list" -l knowledge -d 'Read the knowledge base from this folder instead of the built-in one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand list" -l settings -d 'Read the settings from this file instead of the usual one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tingle -n "__fish_tingle_using_subcommand assess" -l code -d 'Take the answers from a code instead of a file' -r
complete -c tingle -n "__fish_tingle_using_subcommand assess" -l format -d 'How to print it' -r -f -a "text\t'Plain text, wrapped'
markdown\t'Markdown'
json\t'JSON for scripts'
html\t'One file for a browser, to read or to print'
slip\t'A slip of paper, see --width'
fhir\t'FHIR R4 QuestionnaireResponse: the answers'
fhir-questionnaire\t'FHIR R4 Questionnaire: all questions'
code\t'The answers as a code for --code'
qr\t'That code as a picture; needs a terminal that shows half blocks'"
complete -c tingle -n "__fish_tingle_using_subcommand assess" -l width -d 'Columns of the slip: 32 and 48 suit receipt printers' -r
complete -c tingle -n "__fish_tingle_using_subcommand assess" -l out -d 'Write it to this file, whole or not at all' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand assess" -l knowledge -d 'Read the knowledge base from this folder instead of the built-in one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand assess" -l settings -d 'Read the settings from this file instead of the usual one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand assess" -l explain -d 'Name every reason with its weight in words'
complete -c tingle -n "__fish_tingle_using_subcommand assess" -l doctor -d 'For a doctor: numbers, rules, sources, all answers'
complete -c tingle -n "__fish_tingle_using_subcommand assess" -l force -d 'Replace the file if it is there already'
complete -c tingle -n "__fish_tingle_using_subcommand assess" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tingle -n "__fish_tingle_using_subcommand ask" -l knowledge -d 'Read the knowledge base from this folder instead of the built-in one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand ask" -l settings -d 'Read the settings from this file instead of the usual one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand ask" -s h -l help -d 'Print help'
complete -c tingle -n "__fish_tingle_using_subcommand compare" -l format -d 'How to print it' -r -f -a "text\t'Plain text, wrapped'
markdown\t'Markdown'
json\t'JSON'"
complete -c tingle -n "__fish_tingle_using_subcommand compare" -l knowledge -d 'Read the knowledge base from this folder instead of the built-in one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand compare" -l settings -d 'Read the settings from this file instead of the usual one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand compare" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and not __fish_seen_subcommand_from check stats evaluate new help" -l knowledge -d 'Read the knowledge base from this folder instead of the built-in one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and not __fish_seen_subcommand_from check stats evaluate new help" -l settings -d 'Read the settings from this file instead of the usual one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and not __fish_seen_subcommand_from check stats evaluate new help" -s h -l help -d 'Print help'
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and not __fish_seen_subcommand_from check stats evaluate new help" -f -a "check" -d 'Check a knowledge base: every fault with file, line, column and a mend'
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and not __fish_seen_subcommand_from check stats evaluate new help" -f -a "stats" -d 'Count entries, figures by grade, coverage, reading grade'
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and not __fish_seen_subcommand_from check stats evaluate new help" -f -a "evaluate" -d 'Measure the knowledge base on cases'
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and not __fish_seen_subcommand_from check stats evaluate new help" -f -a "new" -d 'Start something new'
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and not __fish_seen_subcommand_from check stats evaluate new help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and __fish_seen_subcommand_from check" -l knowledge -d 'Read the knowledge base from this folder instead of the built-in one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and __fish_seen_subcommand_from check" -l settings -d 'Read the settings from this file instead of the usual one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help'
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and __fish_seen_subcommand_from stats" -l format -d 'How to print it' -r -f -a "text\t'Plain text, wrapped'
markdown\t'Markdown'
json\t'JSON'"
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and __fish_seen_subcommand_from stats" -l knowledge -d 'Read the knowledge base from this folder instead of the built-in one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and __fish_seen_subcommand_from stats" -l settings -d 'Read the settings from this file instead of the usual one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and __fish_seen_subcommand_from stats" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and __fish_seen_subcommand_from evaluate" -l diff -d 'Compare case by case with the knowledge base in this folder' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and __fish_seen_subcommand_from evaluate" -l knowledge -d 'Read the knowledge base from this folder instead of the built-in one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and __fish_seen_subcommand_from evaluate" -l settings -d 'Read the settings from this file instead of the usual one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and __fish_seen_subcommand_from evaluate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and __fish_seen_subcommand_from new" -l knowledge -d 'Read the knowledge base from this folder instead of the built-in one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and __fish_seen_subcommand_from new" -l settings -d 'Read the settings from this file instead of the usual one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and __fish_seen_subcommand_from new" -f -a "cause" -d 'Write a commented skeleton of a cause, one file of figures and one of words'
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and __fish_seen_subcommand_from new" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and __fish_seen_subcommand_from help" -f -a "check" -d 'Check a knowledge base: every fault with file, line, column and a mend'
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and __fish_seen_subcommand_from help" -f -a "stats" -d 'Count entries, figures by grade, coverage, reading grade'
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and __fish_seen_subcommand_from help" -f -a "evaluate" -d 'Measure the knowledge base on cases'
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and __fish_seen_subcommand_from help" -f -a "new" -d 'Start something new'
complete -c tingle -n "__fish_tingle_using_subcommand knowledge; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tingle -n "__fish_tingle_using_subcommand settings; and not __fish_seen_subcommand_from path check print-default help" -l knowledge -d 'Read the knowledge base from this folder instead of the built-in one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand settings; and not __fish_seen_subcommand_from path check print-default help" -l settings -d 'Read the settings from this file instead of the usual one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand settings; and not __fish_seen_subcommand_from path check print-default help" -s h -l help -d 'Print help'
complete -c tingle -n "__fish_tingle_using_subcommand settings; and not __fish_seen_subcommand_from path check print-default help" -f -a "path" -d 'Print where the settings file is looked for, and whether it is there'
complete -c tingle -n "__fish_tingle_using_subcommand settings; and not __fish_seen_subcommand_from path check print-default help" -f -a "check" -d 'Check settings and themes: every fault with file, line, column and a mend'
complete -c tingle -n "__fish_tingle_using_subcommand settings; and not __fish_seen_subcommand_from path check print-default help" -f -a "print-default" -d 'Print a settings file with every default, to start from'
complete -c tingle -n "__fish_tingle_using_subcommand settings; and not __fish_seen_subcommand_from path check print-default help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tingle -n "__fish_tingle_using_subcommand settings; and __fish_seen_subcommand_from path" -l knowledge -d 'Read the knowledge base from this folder instead of the built-in one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand settings; and __fish_seen_subcommand_from path" -l settings -d 'Read the settings from this file instead of the usual one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand settings; and __fish_seen_subcommand_from path" -s h -l help -d 'Print help'
complete -c tingle -n "__fish_tingle_using_subcommand settings; and __fish_seen_subcommand_from check" -l knowledge -d 'Read the knowledge base from this folder instead of the built-in one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand settings; and __fish_seen_subcommand_from check" -l settings -d 'Read the settings from this file instead of the usual one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand settings; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help'
complete -c tingle -n "__fish_tingle_using_subcommand settings; and __fish_seen_subcommand_from print-default" -l knowledge -d 'Read the knowledge base from this folder instead of the built-in one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand settings; and __fish_seen_subcommand_from print-default" -l settings -d 'Read the settings from this file instead of the usual one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand settings; and __fish_seen_subcommand_from print-default" -s h -l help -d 'Print help'
complete -c tingle -n "__fish_tingle_using_subcommand settings; and __fish_seen_subcommand_from help" -f -a "path" -d 'Print where the settings file is looked for, and whether it is there'
complete -c tingle -n "__fish_tingle_using_subcommand settings; and __fish_seen_subcommand_from help" -f -a "check" -d 'Check settings and themes: every fault with file, line, column and a mend'
complete -c tingle -n "__fish_tingle_using_subcommand settings; and __fish_seen_subcommand_from help" -f -a "print-default" -d 'Print a settings file with every default, to start from'
complete -c tingle -n "__fish_tingle_using_subcommand settings; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and not __fish_seen_subcommand_from print-default check set-pin report help" -l speak -d 'Read every screen out with this program' -r
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and not __fish_seen_subcommand_from print-default check set-pin report help" -l knowledge -d 'Read the knowledge base from this folder instead of the built-in one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and not __fish_seen_subcommand_from print-default check set-pin report help" -l settings -d 'Read the settings from this file instead of the usual one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and not __fish_seen_subcommand_from print-default check set-pin report help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and not __fish_seen_subcommand_from print-default check set-pin report help" -f -a "print-default" -d 'Print a settings file with every default, to start from'
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and not __fish_seen_subcommand_from print-default check set-pin report help" -f -a "check" -d 'Check the settings: every fault with file, line, column and a mend'
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and not __fish_seen_subcommand_from print-default check set-pin report help" -f -a "set-pin" -d 'Make the line for the staff PIN'
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and not __fish_seen_subcommand_from print-default check set-pin report help" -f -a "report" -d 'Show what was counted, by day'
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and not __fish_seen_subcommand_from print-default check set-pin report help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and __fish_seen_subcommand_from print-default" -l knowledge -d 'Read the knowledge base from this folder instead of the built-in one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and __fish_seen_subcommand_from print-default" -l settings -d 'Read the settings from this file instead of the usual one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and __fish_seen_subcommand_from print-default" -s h -l help -d 'Print help'
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and __fish_seen_subcommand_from check" -l knowledge -d 'Read the knowledge base from this folder instead of the built-in one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and __fish_seen_subcommand_from check" -l settings -d 'Read the settings from this file instead of the usual one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help'
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and __fish_seen_subcommand_from set-pin" -l into -d 'Put the line into this settings file instead of printing it' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and __fish_seen_subcommand_from set-pin" -l knowledge -d 'Read the knowledge base from this folder instead of the built-in one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and __fish_seen_subcommand_from set-pin" -l settings -d 'Read the settings from this file instead of the usual one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and __fish_seen_subcommand_from set-pin" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and __fish_seen_subcommand_from report" -l format -d 'How to print it' -r -f -a "text\t'Plain text, wrapped'
markdown\t'Markdown'
json\t'JSON'"
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and __fish_seen_subcommand_from report" -l knowledge -d 'Read the knowledge base from this folder instead of the built-in one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and __fish_seen_subcommand_from report" -l settings -d 'Read the settings from this file instead of the usual one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and __fish_seen_subcommand_from report" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and __fish_seen_subcommand_from help" -f -a "print-default" -d 'Print a settings file with every default, to start from'
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and __fish_seen_subcommand_from help" -f -a "check" -d 'Check the settings: every fault with file, line, column and a mend'
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and __fish_seen_subcommand_from help" -f -a "set-pin" -d 'Make the line for the staff PIN'
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and __fish_seen_subcommand_from help" -f -a "report" -d 'Show what was counted, by day'
complete -c tingle -n "__fish_tingle_using_subcommand kiosk; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tingle -n "__fish_tingle_using_subcommand completions" -l knowledge -d 'Read the knowledge base from this folder instead of the built-in one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand completions" -l settings -d 'Read the settings from this file instead of the usual one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c tingle -n "__fish_tingle_using_subcommand man" -l knowledge -d 'Read the knowledge base from this folder instead of the built-in one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand man" -l settings -d 'Read the settings from this file instead of the usual one' -r -F
complete -c tingle -n "__fish_tingle_using_subcommand man" -s h -l help -d 'Print help'
complete -c tingle -n "__fish_tingle_using_subcommand help; and not __fish_seen_subcommand_from guide show list assess ask compare knowledge settings kiosk completions man help" -f -a "guide" -d 'Walk through it question by question, emergencies first'
complete -c tingle -n "__fish_tingle_using_subcommand help; and not __fish_seen_subcommand_from guide show list assess ask compare knowledge settings kiosk completions man help" -f -a "show" -d 'Show a cause, finding, red flag, test, treatment, self-check, term or source'
complete -c tingle -n "__fish_tingle_using_subcommand help; and not __fish_seen_subcommand_from guide show list assess ask compare knowledge settings kiosk completions man help" -f -a "list" -d 'List all entries of a kind'
complete -c tingle -n "__fish_tingle_using_subcommand help; and not __fish_seen_subcommand_from guide show list assess ask compare knowledge settings kiosk completions man help" -f -a "assess" -d 'Assess answers from a file: urgency, causes, tests, what helps'
complete -c tingle -n "__fish_tingle_using_subcommand help; and not __fish_seen_subcommand_from guide show list assess ask compare knowledge settings kiosk completions man help" -f -a "ask" -d 'Print the next question for the answers in a file, and why it is asked'
complete -c tingle -n "__fish_tingle_using_subcommand help; and not __fish_seen_subcommand_from guide show list assess ask compare knowledge settings kiosk completions man help" -f -a "compare" -d 'Print what tells two causes apart, by weight'
complete -c tingle -n "__fish_tingle_using_subcommand help; and not __fish_seen_subcommand_from guide show list assess ask compare knowledge settings kiosk completions man help" -f -a "knowledge" -d 'Tools for those who write the knowledge base'
complete -c tingle -n "__fish_tingle_using_subcommand help; and not __fish_seen_subcommand_from guide show list assess ask compare knowledge settings kiosk completions man help" -f -a "settings" -d 'Settings of the full screen: where they are, whether they are in order'
complete -c tingle -n "__fish_tingle_using_subcommand help; and not __fish_seen_subcommand_from guide show list assess ask compare knowledge settings kiosk completions man help" -f -a "kiosk" -d 'The walkthrough on a locked terminal in a waiting room'
complete -c tingle -n "__fish_tingle_using_subcommand help; and not __fish_seen_subcommand_from guide show list assess ask compare knowledge settings kiosk completions man help" -f -a "completions" -d 'Print completions for a shell'
complete -c tingle -n "__fish_tingle_using_subcommand help; and not __fish_seen_subcommand_from guide show list assess ask compare knowledge settings kiosk completions man help" -f -a "man" -d 'Print the manual page'
complete -c tingle -n "__fish_tingle_using_subcommand help; and not __fish_seen_subcommand_from guide show list assess ask compare knowledge settings kiosk completions man help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c tingle -n "__fish_tingle_using_subcommand help; and __fish_seen_subcommand_from knowledge" -f -a "check" -d 'Check a knowledge base: every fault with file, line, column and a mend'
complete -c tingle -n "__fish_tingle_using_subcommand help; and __fish_seen_subcommand_from knowledge" -f -a "stats" -d 'Count entries, figures by grade, coverage, reading grade'
complete -c tingle -n "__fish_tingle_using_subcommand help; and __fish_seen_subcommand_from knowledge" -f -a "evaluate" -d 'Measure the knowledge base on cases'
complete -c tingle -n "__fish_tingle_using_subcommand help; and __fish_seen_subcommand_from knowledge" -f -a "new" -d 'Start something new'
complete -c tingle -n "__fish_tingle_using_subcommand help; and __fish_seen_subcommand_from settings" -f -a "path" -d 'Print where the settings file is looked for, and whether it is there'
complete -c tingle -n "__fish_tingle_using_subcommand help; and __fish_seen_subcommand_from settings" -f -a "check" -d 'Check settings and themes: every fault with file, line, column and a mend'
complete -c tingle -n "__fish_tingle_using_subcommand help; and __fish_seen_subcommand_from settings" -f -a "print-default" -d 'Print a settings file with every default, to start from'
complete -c tingle -n "__fish_tingle_using_subcommand help; and __fish_seen_subcommand_from kiosk" -f -a "print-default" -d 'Print a settings file with every default, to start from'
complete -c tingle -n "__fish_tingle_using_subcommand help; and __fish_seen_subcommand_from kiosk" -f -a "check" -d 'Check the settings: every fault with file, line, column and a mend'
complete -c tingle -n "__fish_tingle_using_subcommand help; and __fish_seen_subcommand_from kiosk" -f -a "set-pin" -d 'Make the line for the staff PIN'
complete -c tingle -n "__fish_tingle_using_subcommand help; and __fish_seen_subcommand_from kiosk" -f -a "report" -d 'Show what was counted, by day'
