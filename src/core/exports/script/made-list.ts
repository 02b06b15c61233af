/**
 * The list of what the scripts make, a line each: a kind, a blank, and a name below the VM's directory. destroy.sh takes
 * away what stands in it and nothing else, whatever paths a design has.
 */

/** Its own name in that directory. */
export const madeList = 'made'

/** A function of the shell; `$list` is the path of the list. */
export const madeFunction = String.raw`
# made KIND NAME: from now on destroy.sh may take this away.
made() {
  [ ! -h "$list" ] || fail "This is a link, and a link is not followed: $list"
  grep -qxF -e "$1 $2" -- "$list" 2>/dev/null || (umask 077 && printf '%s %s\n' "$1" "$2" >>"$list")
}
`

/** A directory and those around it, from the outermost: 'a', 'a/b'. */
export function withThoseAround(name: string): string[] {
  const parts = name.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
