# fish completion for memenem, made from its command model; edits are lost.
# Put it into ~/.config/fish/completions/memenem.fish

function __memenem_command
    set -l skip 0
    for word in (commandline -opc)[2..-1]
        if test $skip = 1
            set skip 0
            continue
        end
        switch $word
            case -o --output --color --store --config
                set skip 1
            case '-*'
            case '*'
                echo -- $word
                return
        end
    end
end

function __memenem_is
    set -l command (__memenem_command)
    test "$command" = "$argv[1]"
end

function __memenem_live
    set -l words (commandline -opc)
    set -l place
    for i in (seq (count $words))
        switch $words[$i]
            case '--store=*' '--config=*'
                set -a place $words[$i]
            case --store --config
                set -a place $words[$i]=$words[(math $i + 1)]
        end
    end
    set -l program (string replace -r '^~' $HOME -- $words[1])
    $program complete $argv[1] $place 2>/dev/null
end

function __memenem_words
    printf '%s\n' $argv
end

complete -c memenem -f
complete -c memenem -s o -l output -x -a 'table json ndjson' -d 'Print data as table, json or ndjson'
complete -c memenem -l json -d 'Short for --output=json'
complete -c memenem -l color -x -a 'auto always never' -d 'Colour: auto, always or never'
complete -c memenem -l no-progress -d 'Draw no progress line'
complete -c memenem -s q -l quiet -d 'Print only the data itself: an id or the captions'
complete -c memenem -s v -l verbose -d 'Say more; repeat for still more'
complete -c memenem -l store -x -d 'Where jobs and caches live: sqlite:PATH, mongodb://… or mongodb+srv://…'
complete -c memenem -l config -r -F -d 'Read settings from FILE instead of the usual place'
complete -c memenem -s h -l help -d 'Show this help message and exit'
complete -c memenem -s V -l version -d 'Print version information and exit'

complete -c memenem -n '__memenem_is ""' -a submit -d 'Makes memes on a topic: records a job and runs it'
complete -c memenem -n '__memenem_is submit' -l file -r -F -d 'One topic a line, one job each, in turn; - is stdin'
complete -c memenem -n '__memenem_is submit' -s s -l style -x -a 'sarcastic gen_z_slang wholesome dark_humor corporate_irony' -d 'Humour: sarcastic, gen_z_slang, wholesome, dark_humor or corporate_irony'
complete -c memenem -n '__memenem_is submit' -s t -l max-templates -x -d 'How many templates, 1 to 10'
complete -c memenem -n '__memenem_is submit' -s n -l variations -x -d 'How many captions for each template, 1 to 6'
complete -c memenem -n '__memenem_is submit' -l template -x -a '(__memenem_live templates)' -d 'Use this template: an id, its beginning, or a name'
complete -c memenem -n '__memenem_is submit' -l source -x -a 'builtin imgflip reddit knowyourmeme' -d 'Take templates only from builtin, imgflip, reddit or knowyourmeme'
complete -c memenem -n '__memenem_is submit' -l provider -x -a 'gemini openai builtin' -d 'Let only gemini, openai or builtin write the captions, in the order given'
complete -c memenem -n '__memenem_is submit' -s d -l detach -d 'Run the job in a process of its own, print the job\'s id and return'
complete -c memenem -n '__memenem_is submit' -l queue -d 'Only record the job: any \'memenem worker\' takes it'
complete -c memenem -n '__memenem_is submit' -l images -d 'Draw the memes into DIR (written --images=DIR; default: ./memenem-<short id>/)'
complete -c memenem -n '__memenem_is submit' -l best -d 'Draw only the best variation of each template'
complete -c memenem -n '__memenem_is submit' -l force -d 'Overwrite pictures that exist'
complete -c memenem -n '__memenem_is submit' -l offline -d 'Touch no network'
complete -c memenem -n '__memenem_is submit' -l seed -x -d 'Make every free choice of the built-in captions from this number'
complete -c memenem -n '__memenem_is submit' -l refresh -d 'Do not read caches'
complete -c memenem -n '__memenem_is submit' -l strict -d 'End with 6 when a part of the result is missing'
complete -c memenem -n '__memenem_is submit' -l label -x -d 'A label to find the job by in \'memenem status --label\''
complete -c memenem -n '__memenem_is submit' -l key -x -d 'Idempotency: the same key returns the same job'
complete -c memenem -n '__memenem_is submit' -l record -x -a '(__fish_complete_directories)' -d 'Keep what upstreams answer in DIR, without secrets'
complete -c memenem -n '__memenem_is submit' -l replay -x -a '(__fish_complete_directories)' -d 'Answer from a recording in DIR instead of the network'

complete -c memenem -n '__memenem_is ""' -a status -d 'Shows one job, or without an id the newest jobs'
complete -c memenem -n '__memenem_is status' -s w -l watch -d 'Show the job\'s progress until it ends'
complete -c memenem -n '__memenem_is status' -l wait -d 'Wait until the job has ended or can no longer succeed'
complete -c memenem -n '__memenem_is status' -l timeout -x -d 'With --wait or --watch: give up after so long, with 124'
complete -c memenem -n '__memenem_is status' -l interval -x -d 'With --wait or --watch: look so often'
complete -c memenem -n '__memenem_is status' -l exit-status -d 'End with the job\'s own exit code; 8 while it is not finished'
complete -c memenem -n '__memenem_is status' -l limit -x -d 'List at most N jobs'
complete -c memenem -n '__memenem_is status' -l state -x -a 'queued processing completed failed cancelled' -d 'List only jobs that are queued, processing, completed, failed or cancelled'
complete -c memenem -n '__memenem_is status' -l label -x -d 'List only jobs with this label'
complete -c memenem -n '__memenem_is status' -l since -x -d 'List only jobs younger than this: 30m, 2h, 7d'
complete -c memenem -n '__memenem_is status' -a '(__memenem_live jobs)'

complete -c memenem -n '__memenem_is ""' -a cancel -d 'Stops jobs; templates that are finished are kept'
complete -c memenem -n '__memenem_is cancel' -a '(__memenem_live jobs)'

complete -c memenem -n '__memenem_is ""' -a retry -d 'Runs again only what failed or is unfinished in a job; its id stays the same'
complete -c memenem -n '__memenem_is retry' -s d -l detach -d 'Run the job in a process of its own, print the job\'s id and return'
complete -c memenem -n '__memenem_is retry' -l queue -d 'Only queue the job: any \'memenem worker\' takes it'
complete -c memenem -n '__memenem_is retry' -a '(__memenem_live jobs)'

complete -c memenem -n '__memenem_is ""' -a worker -d 'Takes queued and orphaned jobs from the store and runs them'
complete -c memenem -n '__memenem_is worker' -l concurrency -x -d 'Run so many jobs at once, 1 to 32'
complete -c memenem -n '__memenem_is worker' -l drain -d 'Stop when nothing is left to do'
complete -c memenem -n '__memenem_is worker' -l poll -x -d 'Look for jobs so often'
complete -c memenem -n '__memenem_is worker' -l record -x -a '(__fish_complete_directories)' -d 'Keep what upstreams answer in DIR, without secrets'
complete -c memenem -n '__memenem_is worker' -l replay -x -a '(__fish_complete_directories)' -d 'Answer from a recording in DIR instead of the network'

complete -c memenem -n '__memenem_is ""' -a templates -d 'Lists meme templates'
complete -c memenem -n '__memenem_is templates' -l topic -x -d 'Rank for this topic; the best fit comes first'
complete -c memenem -n '__memenem_is templates' -l id -x -a '(__memenem_live templates)' -d 'Show everything known of one template: an id, its beginning, or a name'
complete -c memenem -n '__memenem_is templates' -l source -x -a 'builtin imgflip reddit knowyourmeme' -d 'Only from builtin, imgflip, reddit or knowyourmeme'
complete -c memenem -n '__memenem_is templates' -l limit -x -d 'At most N'
complete -c memenem -n '__memenem_is templates' -l refresh -d 'Do not read caches'
complete -c memenem -n '__memenem_is templates' -l offline -d 'Touch no network'

complete -c memenem -n '__memenem_is ""' -a render -d 'Draws the memes of a job, or one template with texts of your own'
complete -c memenem -n '__memenem_is render' -l template -x -a '(__memenem_live templates)' -d 'Instead of a job: a template\'s id or name, a picture file, an http(s) address, or - for a picture from stdin'
complete -c memenem -n '__memenem_is render' -l text -x -d 'With --template: the text of the next panel'
complete -c memenem -n '__memenem_is render' -l dir -x -a '(__fish_complete_directories)' -d 'Write into DIR (default: ./memenem-<short id>/, or '
complete -c memenem -n '__memenem_is render' -l format -x -a 'png jpg gif' -d 'png, jpg or gif'
complete -c memenem -n '__memenem_is render' -l width -x -d 'Width of the pictures, 50 to 4000'
complete -c memenem -n '__memenem_is render' -l font -r -F -d 'Draw with this TrueType or OpenType font'
complete -c memenem -n '__memenem_is render' -l best -d 'Only the best variation of each template'
complete -c memenem -n '__memenem_is render' -l force -d 'Overwrite files that exist'
complete -c memenem -n '__memenem_is render' -l html -d 'Write one self-contained page that shows the whole job'
complete -c memenem -n '__memenem_is render' -l preview -d 'Show the pictures in the terminal too'
complete -c memenem -n '__memenem_is render' -l open -d 'Open the page or the first picture with the desktop\'s viewer'
complete -c memenem -n '__memenem_is render' -l alt -d 'Print the pictures\' alt texts'
complete -c memenem -n '__memenem_is render' -l offline -d 'Touch no network'
complete -c memenem -n '__memenem_is render' -a '(__memenem_live jobs)'

complete -c memenem -n '__memenem_is ""' -a score -d 'Ranks captions by the engagement that a model predicts'
complete -c memenem -n '__memenem_is score' -l template -x -a '(__memenem_live templates)' -d 'The template they stand on: an id, its beginning, or a name'
complete -c memenem -n '__memenem_is score' -l file -r -F -d 'Read lines {"template_id":…,"captions":[…]} from F (- is stdin) and print one line {"virality_score":…,"raw":…} for each, in order'

complete -c memenem -n '__memenem_is ""' -a cache-stats -d 'Shows what is cached, hit rates, sizes, ages, jobs and providers'

complete -c memenem -n '__memenem_is ""' -a cache-cleanup -d 'Deletes what has expired'
complete -c memenem -n '__memenem_is cache-cleanup' -l dry-run -d 'Only say what would be deleted'
complete -c memenem -n '__memenem_is cache-cleanup' -l kind -x -a '(__fish_complete_list , "__memenem_words templates captions jobs results images")' -d 'Only templates, captions, jobs, results or images; several with commas'
complete -c memenem -n '__memenem_is cache-cleanup' -l older-than -x -d 'Also what has not expired but is older than this: 12h, 7d'
complete -c memenem -n '__memenem_is cache-cleanup' -l all -d 'Everything, expired or not'

complete -c memenem -n '__memenem_is ""' -a doctor -d 'Checks this installation: Java, store, sources, providers, fonts, terminal'
complete -c memenem -n '__memenem_is doctor' -l online -d 'Really ask the sources and providers'
