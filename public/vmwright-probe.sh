#!/bin/sh
# vmwright-probe: prints what vmwright wants to know about this machine, as one JSON document (HostFacts).
#
#   sh vmwright-probe.sh > host.json
#
# It reads files below /proc, /sys, /etc and /usr/share, and asks lspci, virsh, QEMU and its helpers for names, versions
# and lists when they are installed. It needs no root, changes nothing and sends nothing. MAC addresses, keys and serial
# numbers of USB devices are left out; the names of disks in /dev/disk/by-id and the kernel command line are not.
# What it could not read stands under "unread".

root=${VMWRIGHT_ROOT:-} # tests read another directory in place of /
export LC_ALL=C PATH="$PATH:/usr/sbin:/sbin"
nl='
'

# --- Output: each function prints one line KIND, KEY, VALUE; as_json makes JSON of them. -------------------------------

line() { printf '%s\t%s\t%s\n' "$1" "$2" "$3"; }
object() { line o "${1-}" ''; }
list() { line l "$1" ''; }
end() { line e '' ''; }
number() { line n "$1" "$2"; }
truth() { line b "$1" "$2"; }
unread() { line u '' "$1"; }
text() {
  case $2 in *"$nl"*) set -- "$1" "$(printf %s "$2" | tr '\n' ' ')" ;; esac
  [ -z "$2" ] || line t "$1" "$2"
}

as_json() {
  awk '
    BEGIN { for (i = 1; i < 256; i++) code[sprintf("%c", i)] = i; put("", "{"); depth = 1 }
    # How many bytes follow the first of a UTF-8 sequence; 0 when it is none.
    function more(s, at, first,    n, k, c) {
      n = first < 194 ? 0 : first < 224 ? 1 : first < 240 ? 2 : first < 245 ? 3 : 0
      for (k = n; k > 0; k--) { c = code[substr(s, at + k, 1)]; if (c < 128 || c > 191) return 0 }
      if ((first == 224 && c < 160) || (first == 237 && c > 159)) return 0
      return (first == 240 && c < 144) || (first == 244 && c > 143) ? 0 : n
    }
    function quoted(s,    at, c, n, out) {
      if (s !~ /[^ !#-Z^-~]/) return "\"" s "\""
      for (at = 1; at <= length(s); at++) {
        c = substr(s, at, 1); n = code[c]
        if (c == "\"" || c == "\\") out = out "\\" c
        else if (n < 32 || n == 127) out = out sprintf("\\u%04x", n)
        else if (n < 128) out = out c
        else if (n = more(s, at, n)) { out = out substr(s, at, n + 1); at += n }
        else out = out "\\ufffd"
      }
      return "\"" out "\""
    }
    function put(key, value) {
      if (depth) printf "%s%s", (items[depth]++ ? "," : ""), (depth < 3 ? "\n" substr("  ", 1, depth) : " ")
      printf "%s%s", (key == "" ? "" : quoted(key) ": "), value
    }
    function open(key, bracket) { put(key, bracket); items[++depth] = 0; closing[depth] = bracket == "{" ? "}" : "]" }
    {
      kind = substr($0, 1, 1); rest = substr($0, 3); tab = index(rest, "\t")
      key = substr(rest, 1, tab - 1); value = substr(rest, tab + 1)
      if (kind == "t") put(key, quoted(value))
      else if (kind == "n") { if (value ~ /^(0|[1-9][0-9]*)$/) put(key, value) }
      else if (kind == "b") put(key, value)
      else if (kind == "o") open(key, "{")
      else if (kind == "l") open(key, "[")
      else if (kind == "e") printf " %s", closing[depth--]
      else if (kind == "u") notes[++noted] = value
    }
    END {
      open("unread", "[")
      for (i = 1; i <= noted; i++) put("", quoted(notes[i]))
      print " ]\n}"
    }'
}

# --- Reading -------------------------------------------------------------------------------------------------------------

# $value is the first line of a file; false when there is none.
get() {
  value=
  if [ ! -r "$root$1" ] || [ -d "$root$1" ]; then return 1; fi
  read -r value <"$root$1"
  # Some files of /sys cannot be read byte by byte, as dash does it.
  [ -n "$value" ] || value=$(cat "$root$1")
  [ -n "$value" ]
} 2>/dev/null

# $where is the directory that a link leads to, $value its name; false when it leads nowhere.
follow() {
  value='' where=''
  cd -P "$root$1" 2>/dev/null && where=$PWD && value=${PWD##*/}
}

# $value is the last PCI address in a path of /sys; false when there is none.
pci_in() {
  value='' path=$1/
  while [ -n "$path" ]; do
    case ${path%%/*} in [0-9a-f]*:[0-9a-f][0-9a-f]:[01][0-9a-f].[0-7]) value=${path%%/*} ;; esac
    path=${path#*/}
  done
  [ -n "$value" ]
}

# $value is the PCI function that a link of /sys leads to or below.
pci_of() { follow "$1" && pci_in "$where"; }

# $value is the path of a program; false when it is not installed (and in tests, which have files alone).
program() { value=$([ -n "$root" ] || command -v "$1") && [ -n "$value" ]; }

# $value is the version that a program prints in its first line.
version() { value=$(briefly "$@" --version | sed -n '1s/^[^0-9]*\([0-9][^ ,]*\).*/\1/p'); }

# A command that gets three seconds.
briefly() { if command -v timeout >/dev/null; then timeout 3 "$@"; else "$@"; fi 2>/dev/null </dev/null; }

# --- The machine ---------------------------------------------------------------------------------------------------------

system() {
  [ -n "$root" ] || text arch "$(uname -m)"
  while IFS='=' read -r key value; do
    value=${value#[\"\']} value=${value%[\"\']}
    case $key in ID) text distro "$value" ;; VERSION_ID) text distro_version "$value" ;; esac
  done 2>/dev/null <"$root/etc/os-release" || unread 'distribution: no /etc/os-release'
  object kernel
  if get /proc/sys/kernel/osrelease; then text release "$value"; fi
  if get /proc/cmdline; then text command_line "$value"; fi
  end
  if [ -c "$root/dev/kvm" ]; then kvm=false; [ ! -r /dev/kvm ] || [ ! -w /dev/kvm ] || kvm=true; truth kvm $kvm
  elif [ -d "$root/sys/devices" ]; then truth kvm false; fi
  if [ -e "$root/sys/fs/selinux/enforce" ]; then text confinement selinux
  elif get /sys/module/apparmor/parameters/enabled && [ "$value" = Y ]; then text confinement apparmor
  elif [ -d "$root/sys/module" ]; then text confinement none; fi
}

# What starts the kernel, and what makes its initramfs.
boot() {
  object boot
  if [ -d "$root/sys/firmware/efi" ]; then truth uefi true; else truth uefi false; fi
  loader=$(cat "$root"/sys/firmware/efi/efivars/LoaderInfo-* 2>/dev/null | tr -cd '[:alnum:]-')
  case $loader in
    *systemd-boot*) text loader systemd-boot ;;
    *GRUB*) text loader grub ;;
    *imine*) text loader limine ;;
    *)
      if [ -e "$root/boot/limine.conf" ]; then text loader limine
      elif [ -e "$root/boot/refind_linux.conf" ]; then text loader refind
      elif [ -e "$root/etc/default/grub" ]; then text loader grub
      elif [ -e "$root/etc/kernel/cmdline" ] || [ -d "$root/boot/loader/entries" ]; then text loader systemd-boot; fi ;;
  esac
  if program mkinitcpio; then text initramfs mkinitcpio
  elif program update-initramfs; then text initramfs initramfs-tools
  elif program dracut; then text initramfs dracut
  elif program booster; then text initramfs booster; fi
  end
}

# True when a number is in a list such as 0-7,16.
in_list() {
  for range in $(printf %s "$2" | tr ',' ' '); do
    if [ "$1" -ge "${range%-*}" ] && [ "$1" -le "${range#*-}" ]; then return 0; fi
  done
  return 1
}

processor() {
  vendor='' model='' flags=''
  while IFS=: read -r key value; do
    case $key in
      vendor_id*) vendor=${value# } ;;
      'model name'*) model=${value# } ;;
      flags* | Features*) flags=$value ;;
      '') break ;;
    esac
  done 2>/dev/null <"$root/proc/cpuinfo" || unread 'processor: no /proc/cpuinfo'
  text cpu_vendor "$vendor"
  object cpu
  text model "$model"
  list flags
  for flag in $flags; do text '' "$flag"; done
  end
  if get /sys/module/kvm_intel/parameters/nested || get /sys/module/kvm_amd/parameters/nested; then
    case $value in Y | 1) truth nested true ;; *) truth nested false ;; esac
  fi
  if get /sys/devices/system/cpu/cpu0/cache/index3/size; then number l3_kib "${value%K}"; fi
  fast='' slow=''
  if get /sys/devices/cpu_core/cpus; then fast=$value; fi
  if get /sys/devices/cpu_atom/cpus; then slow=$value; fi
  list threads
  for cpu in "$root"/sys/devices/system/cpu/cpu[0-9]*; do
    [ ! -d "$cpu" ] || thread "${cpu#"$root"}"
  done
  end
  end
}

# One logical CPU, with the caches that it shares.
thread() {
  object
  number cpu "${1##*/cpu}"
  if get "$1/online" && [ "$value" = 0 ]; then truth online false; fi
  if get "$1/topology/physical_package_id"; then number socket "$value"; fi
  if get "$1/topology/die_id"; then number die "$value"; fi
  if get "$1/topology/core_id"; then number core "$value"; fi
  for node in "$root$1"/node[0-9]*; do [ ! -e "$node" ] || number node "${node##*/node}"; done
  for cache in 2 3; do
    # index0 and index1 are the two halves of level 1
    if ! get "$1/cache/index$cache/level" || [ "$value" != $cache ]; then continue; fi
    if get "$1/cache/index$cache/id"; then number l$cache "$value"
    elif get "$1/cache/index$cache/shared_cpu_list"; then number l$cache "${value%%[-,]*}"; fi
  done
  if [ -n "$slow" ] && in_list "${1##*/cpu}" "$slow"; then text kind efficiency
  elif [ -n "$slow" ] && in_list "${1##*/cpu}" "$fast"; then text kind performance; fi
  if get "$1/cpufreq/cpuinfo_max_freq"; then number max_mhz $((value / 1000)); fi
  end
}

# Sizes of memory in KiB out of a meminfo file, whose lines may begin with "Node 0".
memory_in() {
  while read -r key amount third fourth rest; do
    [ "$key" != Node ] || { key=$third amount=$fourth; }
    case $key in MemTotal:) number memory_kib "$amount" ;; MemFree:) number free_kib "$amount" ;; esac
  done 2>/dev/null <"$root$1"
  : "$rest"
}

# Pools of huge pages below a directory.
huge_pages_in() {
  list huge_pages
  for pool in "$root$1"/hugepages-*kB; do
    get "${pool#"$root"}/nr_hugepages" || continue
    size=${pool##*-}
    object
    number size_kib "${size%kB}"
    number total "$value"
    if get "${pool#"$root"}/free_hugepages"; then number free "$value"; fi
    end
  done
  end
}

memory() {
  list numa
  nodes=0
  for node in "$root"/sys/devices/system/node/node[0-9]*; do
    [ -d "$node" ] || continue
    nodes=$((nodes + 1)) dir=${node#"$root"}
    object
    number node "${node##*/node}"
    if get "$dir/cpulist"; then text cpus "$value"; fi
    memory_in "$dir/meminfo"
    huge_pages_in "$dir/hugepages"
    list distances
    if get "$dir/distance"; then for distance in $value; do number '' "$distance"; done; fi
    end
    end
  done
  if [ $nodes = 0 ]; then object; number node 0; memory_in /proc/meminfo; huge_pages_in /sys/kernel/mm/hugepages; end; fi
  end
  list hugetlbfs
  while read -r _ mount type options _; do
    [ "$type" = hugetlbfs ] || continue
    object
    text path "$mount"
    case ,$options in *,pagesize=*) options=${options##*pagesize=} options=${options%%,*} ;; *) options= ;; esac
    case $options in
      *K) number size_kib "${options%K}" ;;
      *M) number size_kib $((${options%M} * 1024)) ;;
      *G) number size_kib $((${options%G} * 1048576)) ;;
    esac
    end
  done 2>/dev/null <"$root/proc/mounts"
  end
}

# --- What the host uses: $uses has words DISK,PCI,WHERE; $routes the interfaces and $route_pci the functions of the ----
# --- default route. Mount points stay as /proc writes them, without blanks.  --------------------------------------------

# Notes what a block device is used for, at the disks below it.
use() {
  for below in "$root/sys/class/block/$1/slaves/"*; do
    [ ! -e "$below" ] || use "${below##*/}" "$2"
  done
  follow "/sys/class/block/$1" || return 0
  [ ! -e "$where/partition" ] || where=${where%/*}
  disk=${where##*/}
  if ! pci_in "$where"; then
    # NVMe with several paths hangs on its subsystem, which links to its controllers.
    case $where in
      */nvme-subsys*) for path in "${where%/*}"/nvme*; do pci_of "${path#"$root"}" && break; done ;;
    esac
  fi
  uses="$uses $disk,${value:--},$2"
}

in_use() {
  uses='' routes=' ' route_pci=' '
  while read -r device mount type _; do
    case $device in
      /dev/mapper/* | /dev/disk/*) device=$(readlink -f "$root$device") ;;
      /dev/*) ;;
      *) continue ;;
    esac
    member=''
    # A btrfs is on all of its devices, and only one of them stands here.
    [ "$type" != btrfs ] || for member in "$root"/sys/fs/btrfs/*/devices/"${device##*/}"; do break; done
    if [ -e "$member" ]; then for member in "${member%/*}"/*; do use "${member##*/}" "$mount"; done
    else use "${device##*/}" "$mount"; fi
  done 2>/dev/null <"$root/proc/mounts"
  while read -r device _; do
    case $device in /dev/*) use "${device##*/}" swap ;; esac
  done 2>/dev/null <"$root/proc/swaps"
  case "$uses " in *,/\ *) ;; *) unread 'disk of the root file system: not found (container, ZFS or network?)' ;; esac
  while read -r name destination _ _ _ _ _ mask _; do
    [ "$destination,$mask" != 00000000,00000000 ] || default_route "$name"
  done 2>/dev/null <"$root/proc/net/route"
  while read -r destination length _ _ _ _ _ _ _ name; do
    [ "$destination,$length" != 00000000000000000000000000000000,00 ] || [ "$name" = lo ] || default_route "$name"
  done 2>/dev/null <"$root/proc/net/ipv6_route"
}

# Notes an interface of the default route and those below it: the ports of a bridge or bond.
default_route() {
  case $routes in *" $1 "*) return ;; esac
  routes="$routes$1 "
  if pci_of "/sys/class/net/$1/device"; then route_pci="$route_pci$value "; fi
  for lower in "$root/sys/class/net/$1"/lower_*; do [ ! -e "$lower" ] || default_route "${lower##*/lower_}"; done
}

# The place that a word of $uses names, with its blanks (\040) again.
place() { case $1 in *\\*) printf '%b' "$1" ;; *) printf %s "$1" ;; esac }

# --- Devices -------------------------------------------------------------------------------------------------------------

pci() {
  if [ -d "$root/sys/kernel/iommu_groups" ]; then
    groups=false
    for group in "$root"/sys/kernel/iommu_groups/*; do [ ! -e "$group" ] || groups=true; done
    truth iommu $groups
  else unread 'IOMMU groups: no /sys/kernel/iommu_groups'; fi
  names=
  if program lspci; then names=$nl$(briefly lspci -Dmm); else unread 'names of PCI devices: lspci is not installed'; fi
  # Linux 5.15 and newer say how a function is reset: where some do, the others cannot be.
  says_reset=false
  for device in "$root"/sys/bus/pci/devices/*/reset_method; do [ ! -e "$device" ] || says_reset=true; done
  list pci
  for device in "$root"/sys/bus/pci/devices/*; do [ ! -e "$device/class" ] || pci_function "${device#"$root"}"; done
  end
  [ -d "$root/sys/bus/pci/devices" ] || unread 'PCI devices: no /sys/bus/pci'
}

pci_function() {
  address=${1##*/}
  object
  text address "$address"
  get "$1/class"; value=${value#0x}; text class_code "${value%??}"
  get "$1/vendor"; text vendor_id "${value#0x}"
  get "$1/device"; text device_id "${value#0x}"
  if get "$1/revision"; then text revision "${value#0x}"; fi
  subsystem=
  if get "$1/subsystem_vendor"; then subsystem=${value#0x}; get "$1/subsystem_device"; subsystem="[$subsystem:${value#0x}]"; fi
  pci_names "$address"
  case $subsystem in '' | *'[0000:0000]') ;; *) text subsystem "$subsystem" ;; esac
  if follow "$1/iommu_group"; then number iommu_group "$value"; fi
  if follow "$1/driver"; then text driver "$value"; fi
  if get "$1/numa_node"; then number numa_node "$value"; fi
  if $says_reset; then list reset_methods; get "$1/reset_method"; for way in $value; do text '' "$way"; done; end; fi
  if get "$1/boot_vga"; then if [ "$value" = 1 ]; then truth boot_vga true; else truth boot_vga false; fi; fi
  if get "$1/sriov_totalvfs"; then
    object sriov
    number most "$value"
    get "$1/sriov_numvfs"; number now "${value:-0}"
    list vfs
    for function in "$root$1"/virtfn*; do if follow "${function#"$root"}"; then text '' "$value"; fi; done
    end
    end
  fi
  if follow "$1/physfn"; then text physical_function "$value"; fi
  if [ -d "$root$1/mdev_supported_types" ]; then mdev_types "$1/mdev_supported_types"; fi
  list in_use
  set -f
  for word in $uses; do
    case $word in *",$address,"*) text '' "$(what=$(place "${word#*,*,}"); printf %s "${what:+mounted at }$what")" ;; esac
  done
  set +f
  case $route_pci in *" $address "*) text '' 'default route' ;; esac
  for screen in "$root$1"/drm/card*/card*-*; do
    if get "${screen#"$root"}/enabled" && [ "$value" = enabled ]; then text '' display; break; fi
  done
  end
  end
}

# Class, name and subsystem of a function in words: lspci -mm has them between quotes.
pci_names() {
  case $names in *"$nl$1 "*) ;; *) return ;; esac
  words=${names#*"$nl$1 "}
  set -f
  IFS='"'
  # shellcheck disable=SC2086 # split at the quotes
  set -- ${words%%"$nl"*}
  unset IFS
  set +f
  text class_name "${2-}"
  text name "${4-} ${6-}"
  [ -z "${8-}" ] || subsystem="${8-} ${10-} $subsystem"
}

mdev_types() {
  list mdev_types
  for kind in "$root$1"/*; do
    object
    text type "${kind##*/}"
    if get "${kind#"$root"}/name"; then text name "$value"; fi
    if get "${kind#"$root"}/available_instances"; then number available "$value"; fi
    end
  done
  end
}

# Hubs and devices; what has a colon is an interface of one.
usb() {
  list usb
  for device in "$root"/sys/bus/usb/devices/[0-9]*; do
    dir=${device#"$root"}
    case $dir in *:*) continue ;; esac
    get "$dir/idVendor" || continue
    object
    text vendor_id "$value"
    get "$dir/idProduct"; text product_id "$value"
    text port "${dir##*/}"
    if get "$dir/busnum"; then number bus "$value"; fi
    if get "$dir/devnum"; then number device "$value"; fi
    if get "$dir/bDeviceClass"; then text class_code "$value"; fi
    name=
    if get "$dir/manufacturer"; then name=$value; fi
    if get "$dir/product"; then name=${name:+$name }$value; fi
    text name "$name"
    if [ -e "$device/serial" ]; then truth has_serial true; else truth has_serial false; fi
    if follow "$dir/${dir##*/}:1.0/driver"; then text driver "$value"; fi
    end
  done
  end
  [ -d "$root/sys/bus/usb/devices" ] || unread 'USB devices: no /sys/bus/usb'
}

mdevs() {
  list mdevs
  for device in "$root"/sys/bus/mdev/devices/*; do
    dir=${device#"$root"}
    follow "$dir" || continue
    object
    text uuid "$value"
    if pci_in "$where"; then text parent "$value"; fi
    if follow "$dir/mdev_type"; then text type "$value"; fi
    if follow "$dir/iommu_group"; then number iommu_group "$value"; fi
    end
  done
  end
}

render_nodes() {
  list render_nodes
  for node in "$root"/sys/class/drm/renderD*; do
    [ -e "$node" ] || continue
    object
    text path "/dev/dri/${node##*/}"
    if pci_of "/sys/class/drm/${node##*/}/device"; then text pci "$value"; fi
    end
  done
  end
}

# Whole disks, by the name that stays.
block_devices() {
  ids=$nl$(ls -l "$root/dev/disk/by-id" 2>/dev/null)$nl
  list block_devices
  for disk in "$root"/sys/block/*; do
    name=${disk##*/}
    case $name in '*' | loop* | ram* | zram* | dm-* | md* | fd* | nbd* | sr*) continue ;; esac
    object
    stable=/dev/$name rest=$ids
    while case $rest in *"/$name$nl"*) true ;; *) false ;; esac do
      id=${rest%%"/$name$nl"*} rest=${rest#*"/$name$nl"}
      id=${id##*"$nl"} id=${id% -> *} id=${id##* }
      # wwn and eui are numbers that nobody knows their disk by
      case $stable,$id in *,wwn-* | *,nvme-eui.* | *,nvme-nvme.* | /dev/disk/*_[0-9]) ;; *) stable=/dev/disk/by-id/$id ;; esac
    done
    text path "$stable"
    text name "$name"
    if get "/sys/block/$name/size"; then number size_bytes $((value * 512)); fi
    if get "/sys/block/$name/device/model"; then text model "$value"; fi
    if pci_of "/sys/block/$name"; then text pci "$value"; fi
    list mounts
    set -f
    for word in $uses; do case $word in "$name,"*) text '' "$(place "${word#*,*,}")" ;; esac; done
    set +f
    end
    end
  done
  end
}

network_devices() {
  list network_devices
  for device in "$root"/sys/class/net/*; do
    name=${device##*/}
    if [ "$name" = lo ] || [ ! -e "$device/type" ]; then continue; fi
    object
    text name "$name"
    if [ -d "$device/bridge" ]; then text kind bridge
    elif [ -d "$device/bonding" ]; then text kind bond
    elif [ -e "$device/tun_flags" ]; then text kind tap
    elif [ -e "$root/proc/net/vlan/$name" ]; then text kind vlan
    elif [ -e "$device/wireless" ] || [ -e "$device/phy80211" ]; then text kind wireless
    elif [ -e "$device/device" ]; then text kind ethernet
    else text kind other; fi
    if follow "/sys/class/net/$name/brport/bridge"; then text bridge "$value"; fi
    if pci_of "/sys/class/net/$name/device"; then text pci "$value"; fi
    case $routes in *" $name "*) truth default_route true ;; *) truth default_route false ;; esac
    end
  done
  end
}

# --- Programs ------------------------------------------------------------------------------------------------------------

libvirt() {
  if program virsh; then text libvirt "$(version virsh; printf %s "$value")"
  elif program libvirtd; then text libvirt "$(version libvirtd; printf %s "$value")"
  else unread 'libvirt: virsh is not installed'; return; fi
  # A read-only connection, which asks for no password.
  for socket in /run/libvirt/libvirt-sock-ro /run/libvirt/virtnetworkd-sock-ro; do
    [ ! -S $socket ] || break
  done
  if [ ! -S "$socket" ]; then unread 'networks and pools of libvirt: its service is not there'; return; fi
  objects networks net-list
  objects pools pool-list
}

# One of libvirt's lists: name, state, autostart.
objects() {
  if ! found=$(briefly virsh -r -q -c qemu:///system "$2" --all); then unread "$1 of libvirt: virsh $2 failed"; return; fi
  list "$1"
  printf '%s\n' "$found" | while read -r name state autostart _; do
    [ -n "$name" ] || continue
    object
    text name "$name"
    if [ "$state" = active ]; then truth active true; else truth active false; fi
    if [ "$autostart" = yes ]; then truth autostart true; else truth autostart false; fi
    end
  done
  end
}

# QEMU for each architecture; the machines of the host's own.
qemu() {
  own=$(uname -m)
  if program "qemu-system-$own" || program /usr/libexec/qemu-kvm; then
    emulator=$value
    version "$emulator"
    text qemu "${value%%[!0-9.]*}"
  else emulator=''; unread "QEMU: no qemu-system-$own"; fi
  list emulators
  if [ -n "$emulator" ]; then
    object
    text arch "$own"
    text path "$emulator"
    list machines
    briefly "$emulator" -machine help | while read -r name rest; do
      case $name$rest in Supported* | none*) ;; *) text '' "$name" ;; esac
    done
    end
    end
  fi
  for other in "$root"/usr/bin/qemu-system-*; do
    name=${other##*-system-}
    # Debian has second names for its architectures
    case $name in "$own" | '*' | *-* | amd64 | arm64 | armel | armhf | powerpc | ppc64el) continue ;; esac
    object
    text arch "$name"
    text path "${other#"$root"}"
    end
  done
  end
}

# Pairs of UEFI firmware out of QEMU's descriptors: the first file name is the code, the second the variables.
firmware() {
  list firmware
  for file in "$root"/etc/qemu/firmware/*.json "$root"/usr/share/qemu/firmware/*.json; do
    if [ -r "$file" ]; then cat "$file" && printf '\n@end\n'; fi
  done | awk -F'"' '
    function line(kind, key, value) { printf "%s\t%s\t%s\n", kind, key, value }
    $2 == "filename" { if (names++) vars = $4; else code_file = $4 }
    $2 == "format" && !format { format = $4 }
    $2 == "architecture" && !arch { arch = $4 }
    /"secure-boot"/ { secure = 1 }
    /^@end/ {
      if (names == 2) {
        line("o", "", ""); line("t", "path", code_file); line("t", "vars", vars); line("b", "secure", secure ? "true" : "false")
        if (arch) line("t", "arch", arch)
        if (format ~ /^(raw|qcow2)$/) line("t", "format", format)
        line("e", "", "")
      }
      names = 0; format = arch = secure = vars = ""
    }'
  end
}

# What runs beside QEMU: KEY, then where it may be.
helper() {
  key=$1
  shift
  for place in "$@"; do
    program "$place" || continue
    object "$key"
    text path "$value"
    version "$value"
    text version "$value"
    end
    return
  done
  line b "$key" null
}

helpers() {
  object programs
  helper virtiofsd virtiofsd /usr/libexec/virtiofsd /usr/lib/virtiofsd /usr/lib/qemu/virtiofsd
  helper swtpm swtpm
  helper passt passt
  helper qemu-bridge-helper /usr/libexec/qemu-bridge-helper /usr/lib/qemu/qemu-bridge-helper
  end
  list bridge_allowed
  while read -r word name _; do
    [ "$word" != allow ] || text '' "$name"
  done 2>/dev/null <"$root/etc/qemu/bridge.conf"
  end
}

# --- The person ------------------------------------------------------------------------------------------------------------

user() {
  name=$(id -un) uid=$(id -u)
  object user
  text name "$name"
  number uid "$uid"
  number gid "$(id -g)"
  for kind in subuid subgid; do
    while IFS=: read -r owner start count; do
      if [ "$owner" != "$name" ] && [ "$owner" != "$uid" ]; then continue; fi
      object $kind
      number start "$start"
      number count "$count"
      end
      break
    done 2>/dev/null <"$root/etc/$kind"
  done
  end
  list groups
  for group in $(id -Gn); do text '' "$group"; done
  end
  # shellcheck disable=SC3045 # dash, bash and busybox know -l; others leave it unread
  if limit=$(ulimit -l 2>/dev/null); then
    if [ "$limit" = unlimited ]; then line b memlock_kib null; else number memlock_kib "$limit"; fi
  else unread 'limit of locked memory: this shell has no ulimit -l'; fi
}

everything() {
  system
  boot
  processor
  memory
  in_use
  pci
  usb
  mdevs
  render_nodes
  block_devices
  network_devices
  firmware
  if [ -z "$root" ]; then libvirt; qemu; helpers; user; fi
}

everything | as_json
