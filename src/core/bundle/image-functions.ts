/** Functions of create.sh for images that come from elsewhere. POSIX shell, with what busybox has too. */

/**
 * An image is an input: it could name a file of the host (a backing file, a data file, extents), which the guest would
 * then find in its disk. So the format is read from the first bytes, qemu-img is told it each time and never looks for
 * itself, and only an image that is all in one file is taken. Where things stand in qcow2: QEMU, docs/interop/qcow2.rst.
 */
export const imageFunctions = String.raw`
# image_format IMAGE: $format becomes qcow2 or raw. Anything else is refused, and an image that names another file.
image_format() {
  head=$(od -A n -v -t x1 -N 80 -- "$1" | tr -d ' \n')
  format=raw
  case $head in
    514649fb*) format=qcow2 ;;
    4b444d56* | 434f5744* | 23204469736b20446573*) fail "This is an image of VMware (vmdk), and only qcow2 and raw are taken: $1" ;;
    7668647866696c65* | 636f6e6563746978*) fail "This is an image of Hyper-V (vhdx, vpc), and only qcow2 and raw are taken: $1" ;;
    514544* | 4c554b53babe* | 576974686f7574* | 576974686f7546* | 426f636873*)
      fail "This is no image in the format qcow2 or raw, and only these are taken: $1"
      ;;
    1f8b* | fd377a585a00* | 504b0304* | 28b52ffd* | 425a68*) fail "The image is compressed. Unpack it, and name what comes out: $1" ;;
    '') fail "The image is empty: $1" ;;
  esac
  [ "$(printf '%s' "$head" | cut -c 129-136)" != 7f10dabe ] || fail "This is an image of VirtualBox (vdi), and only qcow2 and raw are taken: $1"
  if [ "$format" = qcow2 ]; then
    [ "$(printf '%s' "$head" | cut -c 17-32)" = 0000000000000000 ] || refuse_image "$1" 'a backing file'
    case $(printf '%s' "$head" | cut -c 9-16,160) in 00000003[4567cdef]) refuse_image "$1" 'a data file' ;; esac
    [ "$(printf '%s' "$head" | cut -c 65-72)" = 00000000 ] || fail "The image is encrypted: $1"
  fi
  info=$(qemu-img info -f "$format" --output=json -- "$1") || fail "This is no image of a disk: $1"
  # In a text of JSON a quotation mark has a backslash before it, so none of these can be a part of one.
  case $info in
    *'"backing-filename"'* | *'"full-backing-filename"'*) refuse_image "$1" 'a backing file' ;;
    *'"data-file"'*) refuse_image "$1" 'a data file' ;;
    *'"extents"'*) refuse_image "$1" 'extents' ;;
    *'"encrypted": true'* | *'"encrypt"'*) fail "The image is encrypted: $1" ;;
  esac
}

refuse_image() { fail "The image names another file of the host, which the guest would see ($2): $1"; }
`

/**
 * The publisher's file of sums is an input too: `SUM  NAME` and `SUM *NAME` of sha256sum (Debian, Ubuntu, AlmaLinux),
 * `SHA256 (NAME) = SUM` of BSD, also between the lines of a signature (Fedora, Rocky, CentOS, FreeBSD), and a sum that
 * stands by itself (Alpine). What is in it twice, and not the same, is in it not at all.
 */
export const publishedSumFunctions = String.raw`
# sum_in NAME ALONE: the SHA-512 of NAME in the file of sums at standard input, else its SHA-256, else nothing. A file
# that is for NAME alone (ALONE is yes) need not call it by this name.
sum_in() {
  name_in=$1 alone=$2 awk '
    function take(sum, of) {
      sum = tolower(sum)
      if ((length(sum) != 64 && length(sum) != 128) || sum ~ /[^0-9a-f]/) return
      if (length(sum) == length(best[of]) && sum != best[of]) differs[of, length(sum)] = 1
      if (length(sum) > length(best[of])) best[of] = sum
    }
    function entry(file, sum) {
      sub(/^.*\//, "", file)
      take(sum, file == ENVIRON["name_in"] ? "named" : "other")
    }
    function print_best(of) {
      if (best[of] != "" && !differs[of, length(best[of])]) print best[of]
    }
    { sub(/\r$/, "") }
    /^SHA(256|512) \(.*\) = / {
      file = substr($0, index($0, " (") + 2)
      entry(substr(file, 1, index(file, ") = ") - 1), substr(file, index(file, ") = ") + 4))
      next
    }
    {
      file = $0
      sub(/^[^ \t]+[ \t]*/, "", file)
      sub(/^[*]/, "", file)
      entry(file, $1)
    }
    END {
      if (best["named"] != "") print_best("named")
      else if (ENVIRON["alone"] == "yes") print_best("other")
    }'
}
`

/** The packed file has no name while it is unpacked, so that nothing of it is left whatever ends the script. */
export const unpackFunction = `
# unpack PROGRAM FILE: $part, which is packed, becomes what is in it; FILE is where that goes later.
unpack() {
  exec 7<"$part"
  rm -f -- "$part"
  begin_file "$2"
  "$1" -dc <&7 >"$part" || fail "The image can not be unpacked with $1."
  exec 7<&-
}
`

/** Another VM's disk is in the format that libvirt opens it with: what its guest wrote into it does not say. */
export const cloneFunction = String.raw`
# format_of_first_disk DOMAIN: raw where libvirt is not told one either.
format_of_first_disk() {
  format=$(on_libvirt dumpxml --inactive -- "$1" | awk '
    /<disk / { in_disk = /device=.disk./ }
    in_disk && /<driver / && match($0, /type=.[a-z0-9]+/) { print substr($0, RSTART + 6, RLENGTH - 6); exit }
    in_disk && /<\/disk>/ { exit }')
  printf '%s' "${'$'}{format:-raw}"
}
`

/** What comes from elsewhere is compared before it is kept. */
export const fetchFunctions = `
# fetch URL FILE
fetch() {
  if command -v curl >/dev/null; then curl -fL --retry 3 -o "$2" --url "$1"; else wget -O "$2" -- "$1"; fi
}

# check_sum TYPE WANTED FILE: the checksum is printed when none is wanted.
check_sum() {
  sum=$("$1sum" <"$3")
  sum=${'$'}{sum%% *}
  [ -n "$2" ] || say "The image is not checked, since the design has no checksum. Its $1 is $sum"
  [ -z "$2" ] || [ "$2" = "$sum" ]
}
`
