/**
 * What people call things, by the part that they are in: for each field (its path) or the part itself the words. Where
 * several have the same word, the one that stands here before the others is meant most often.
 */

/** Where words lead, and the words, with commas between them. */
type Row = readonly [to: string, words: string]

const device = (path: string) => `libvirt.devices.${path}`

export const synonyms: Readonly<Record<string, readonly Row[]>> = {
  source: [
    ['part-source', 'preset, template, example, root disk, operating system, distribution'],
    ['guest', 'os, guest os, operating system, windows, ubuntu, debian, fedora, arch, os variant, osinfo'],
    ['source.kind', 'image, base image, where from, import vm'],
    ['source.url', 'cloud image, qcow2, download image, image url'],
    ['source.box', 'container, bootc, oci, docker image'],
    ['source.from_vm', 'clone, copy vm, linked clone'],
    ['source.disk_path', 'existing disk, import, import disk, vmdk, vdi'],
    ['installer.path', 'iso, installer, install cd, boot iso, installation media'],
    ['installer.url', 'netinst, iso url, download iso'],
    [
      'installer.unattended.enabled',
      'unattended, autoinstall, preseed, kickstart, autounattend, answer file',
    ],
    ['disk_size', 'disk space, storage size, hard drive size, hdd size, resize, grow disk'],
    ['snapshot', 'snapshot, snapshots, checkpoint, restore point, savepoint'],
    ['disposable', 'throwaway, ephemeral, temporary, live'],
    ['libvirt.title', 'display name, nickname'],
    ['libvirt.description', 'notes, comment'],
    ['libvirt.uuid', 'id, identifier, guid'],
  ],
  hostdevs: [
    [
      'part-hostdevs',
      'gpu, gpu passthrough, passthrough, pci passthrough, pcie, vfio, graphics card, pci, usb stick, usb device, usb passthrough, usb, webcam, bluetooth, wifi card, real hardware, dongle, nvidia, amd, sr-iov',
    ],
    [device('hostdevs'), 'pci device, iommu group, vfio-pci, mdev, vgpu'],
    ['libvirt.devices.hostdevs.0.rom', 'vbios, option rom, rom bar, gpu rom'],
    [device('iommu'), 'iommu, viommu, vt-d, intel-iommu'],
  ],
  shares: [
    [
      'part-shares',
      'shared folder, shared folders, folder, share, file sharing, directory, samba, shared directory',
    ],
    [device('filesystems'), 'shared folder, virtiofs, 9p, mount, virtio-fs, file share, host folder, plan 9'],
    ['libvirt.devices.filesystems.0.idmap', 'uid, permissions, id map, file owner'],
    ['libvirt.devices.filesystems.0.readonly', 'read only share'],
  ],
  channels: [
    ['part-channels', 'agent, pipe'],
    [
      device('channels'),
      'guest agent, qemu-guest-agent, qemu agent, spice agent, clipboard, vdagent, copy paste, clipboard sharing',
    ],
    [device('serial'), 'serial, serial port, serial console, com port, uart, ttys0, rs232'],
    [device('console'), 'console, virsh console, text console, terminal'],
    [device('parallel'), 'parallel port, printer port, lpt'],
    [device('vsock'), 'vsock, host socket'],
  ],
  cpu: [
    ['part-cpu', 'processor'],
    ['cpu', 'cores, vcpus, vcpu, cpus, threads, number of cpus, smp, processors'],
    ['libvirt.cpu.topology', 'sockets, topology, cores per socket, hyperthreading, smt, dies'],
    ['libvirt.cpu.mode', 'cpu type, cpu model, host-passthrough, host passthrough, processor type'],
    ['libvirt.cpu.features', 'cpu flags, avx, aes, instruction set'],
    ['libvirt.cputune.vcpupin', 'pinning, cpu pinning, affinity, taskset, isolate cores, vcpupin'],
    ['libvirt.cputune.emulatorpin', 'emulator pinning, emulator thread'],
    ['libvirt.cpu.numa', 'numa, numa cells, guest numa'],
    ['nested', 'nested virtualization, nested virtualisation, vmx, svm, hyper-v in vm, vm in vm, kvm in vm'],
  ],
  memory: [
    ['part-memory', 'mem'],
    ['ram', 'ram, memory, gb, how much memory, mem size'],
    ['libvirt.memory_backing.hugepages', 'hugepages, huge pages, large pages, 1g pages'],
    ['libvirt.memory_backing.source', 'memfd, shared memory backing'],
    ['libvirt.memory_backing.locked', 'mlock, lock memory, swap, no swap'],
    ['libvirt.memory_backing.nosharepages', 'ksm, merge pages'],
    [device('memballoon'), 'balloon, ballooning, dynamic memory, memory balloon'],
    ['libvirt.max_memory', 'hotplug memory, memory hotplug, max memory'],
    [device('memory'), 'dimm, nvdimm, virtio-mem, pmem'],
  ],
  firmware: [
    ['part-firmware', 'boot'],
    ['firmware', 'uefi, bios, efi, ovmf, secure boot, secureboot, edk2, legacy boot, csm'],
    ['machine', 'chipset, mainboard, motherboard, q35, i440fx, machine type, pc'],
    ['libvirt.os.boot', 'boot order, boot device, boot priority, boot from cd, pxe, network boot'],
    ['libvirt.os.bootmenu', 'boot menu'],
    ['libvirt.os.kernel', 'direct kernel boot, vmlinuz, kernel'],
    ['libvirt.os.initrd', 'initramfs'],
    ['libvirt.os.cmdline', 'kernel parameters, boot options, append'],
    ['libvirt.os.nvram', 'efi variables, efivars, vars'],
    ['libvirt.sysinfo', 'smbios, dmi, serial number, manufacturer'],
    ['autostart', 'autostart, start on boot, start at boot, start with host, on startup'],
    ['backend', 'qemu without libvirt, no libvirt, hypervisor'],
  ],
  network: [
    ['part-network', 'lan, ethernet, networking'],
    [
      'network.port_forwards',
      'port, ports, port forward, port forwarding, expose port, open port, hostfwd, publish, http, web server',
    ],
    [
      'network.mode',
      'nat, bridged, bridge mode, user network, slirp, passt, wifi, wi-fi, wlan, internet, network type',
    ],
    ['network.bridge', 'bridge, br0, virbr0, own ip, lan, virtual switch'],
    ['network.mac', 'mac address, hardware address'],
    ['network.model', 'network card, nic, e1000, virtio-net, network adapter, nic model'],
    ['ssh.port', 'ssh, ssh port, login port'],
    [
      device('interfaces'),
      'nic, network card, second network card, network adapter, vlan, macvtap, tap, sr-iov',
    ],
  ],
  disks: [
    ['part-disks', 'storage, drives, disk, disks'],
    [
      device('disks'),
      'disk, hard disk, hard drive, hdd, ssd, second disk, extra disk, data disk, volume, cd, cdrom, cd-rom, dvd, floppy, iso, nvme',
    ],
    ['libvirt.devices.disks.0.driver.cache', 'cache, writeback, write cache, cache mode'],
    ['libvirt.devices.disks.0.driver.io', 'io_uring, aio, io threads'],
    ['libvirt.devices.disks.0.driver.discard', 'trim, discard, unmap, shrink'],
    ['libvirt.devices.disks.0.target.bus', 'scsi, virtio-blk, sata, ide, disk bus, controller'],
    ['libvirt.devices.disks.0.readonly', 'read only, write protect'],
    ['libvirt.root_disk', 'root disk, system disk, boot disk'],
    ['libvirt.devices.disks.0.iotune', 'iops, throttle, bandwidth limit, io limit'],
  ],
  displays: [
    ['part-displays', 'screen, monitor, display, graphics, vga, gui, desktop'],
    [device('video'), 'graphics card, video card, gpu, vga, qxl, virtio-gpu, 3d'],
    ['libvirt.devices.video.0.model', 'virtual gpu, gpu model'],
    ['libvirt.devices.video.0.accel3d', '3d, 3d acceleration, opengl, virgl, gpu acceleration, vulkan'],
    ['libvirt.devices.video.0.resolution', 'screen resolution, resolution, screen size, 4k, 1080p'],
    ['libvirt.devices.video.0.heads', 'monitors, screens, dual monitor, multi monitor, second monitor'],
    ['libvirt.devices.video.0.vram', 'video memory, vram, graphics memory'],
    [
      device('graphics'),
      'vnc, spice, remote desktop, remote access, console window, viewer, rdp, virt-viewer, headless',
    ],
    ['libvirt.devices.graphics.0.clipboard', 'clipboard, copy and paste, copy paste'],
    ['libvirt.devices.graphics.0.gl', 'opengl, egl, gl'],
    ['libvirt.devices.graphics.0.passwd', 'vnc password, spice password'],
    ['libvirt.devices.graphics.0.listen', 'vnc address, bind, listen address'],
    ['libvirt.devices.graphics.0.keymap', 'keyboard layout, keymap'],
  ],
  devices: [
    ['part-devices', 'devices, peripherals, hardware'],
    [device('sound'), 'sound, sound card, audio, speaker, microphone, ich9, hda'],
    [device('audio'), 'pulseaudio, pipewire, audio backend, sound output'],
    [device('inputs'), 'mouse, keyboard, tablet, mouse pointer, evdev, input'],
    [device('redirdev'), 'usb redirection, usb over spice, usb stick, usb redirect'],
    [device('usb'), 'usb controller, usb 3, xhci, usb version'],
    [device('rng'), 'random, entropy, rng, random number'],
    [device('watchdog'), 'watchdog, auto reboot, hang'],
    [device('smartcard'), 'smartcard, smart card, yubikey, ccid'],
    [device('shmem'), 'looking glass, ivshmem, shared memory, kvmfr'],
    [device('panic'), 'panic, pvpanic, crash device'],
  ],
  security: [
    ['part-security', 'secure, encryption, confidential'],
    [device('tpm'), 'tpm, tpm 2.0, swtpm, bitlocker, security chip, windows 11 tpm, trusted platform module'],
    ['libvirt.launch_security', 'sev, sev-snp, tdx, confidential vm, memory encryption, encrypted memory'],
    ['libvirt.seclabel', 'selinux, apparmor, label, dac'],
  ],
  tuning: [
    ['part-tuning', 'performance, limits, speed, slow'],
    ['libvirt.features.hyperv', 'hyper-v, enlightenments, hyperv, windows performance'],
    ['libvirt.features.kvm', 'hide vm, hide kvm, code 43, hidden, anti cheat, detect vm'],
    ['libvirt.clock', 'time, clock, utc, rtc, time zone of the clock, localtime, timer, hpet, tsc'],
    ['libvirt.pm', 'sleep, suspend, hibernate, s3'],
    ['libvirt.on_poweroff', 'shutdown, power off'],
    ['libvirt.on_reboot', 'reboot, restart'],
    ['libvirt.on_crash', 'crash, coredump'],
    ['libvirt.iothreads', 'iothread, io thread'],
    ['libvirt.cputune', 'cpu limit, cpu quota, cpu shares, nice, priority, scheduler'],
    ['libvirt.memtune', 'memory limit, oom'],
    ['libvirt.numatune', 'numa policy, numa node, memory node'],
    ['libvirt.blkiotune', 'disk weight, io weight'],
    ['libvirt.features.acpi', 'acpi, power button'],
    ['libvirt.features.smm', 'smm, system management mode'],
  ],
  access: [
    ['part-access', 'login, account, log in, first boot, provisioning'],
    ['ssh.user', 'ssh, user, username, user name, login, account'],
    ['ssh.key_source', 'ssh key, public key, authorized_keys, id_ed25519, ssh'],
    ['cloud_init.users', 'users, add user, sudo, password, root'],
    ['cloud_init.hostname', 'hostname, host name, computer name'],
    ['cloud_init.timezone', 'timezone, time zone'],
    ['cloud_init.locale', 'language, locale, lang'],
    ['cloud_init.package', 'packages, software, install package, apt, dnf, pacman'],
    ['cloud_init.runcmd', 'script, run command, commands, startup script, post install, runcmd, provision'],
    ['cloud_init.bootcmd', 'every boot, bootcmd'],
    ['cloud_init.write_files', 'write file, config file, files in the guest'],
    ['cloud_init.network', 'static ip, ip address, netplan, dns, dhcp, ip'],
    ['cloud_init.mirrors', 'mirror, repository, apt mirror'],
  ],
  snippets: [
    ['part-snippets', 'raw, custom xml, xml, extra, advanced'],
    ['libvirt.snippets', 'own xml, xml snippet'],
    [
      'libvirt.qemu_arguments',
      'qemu arguments, qemu:commandline, extra args, qemu args, command line arguments',
    ],
    ['libvirt.qemu_environment', 'environment variables, env'],
    ['libvirt.leave_out', 'remove default, leave out, disable default'],
  ],
}

/** What people call one place, and where that stands in the table. */
export interface Synonyms {
  readonly words: readonly string[]
  readonly order: number
}

let byPlace: ReadonlyMap<string, Synonyms> | undefined

export const noSynonyms: Synonyms = { words: [], order: Number.POSITIVE_INFINITY }

/** What people call a field (by its path, items of a list as `.0`) or a part; nothing for most. */
export function synonymsOf(id: string): Synonyms {
  byPlace ??= new Map(
    Object.values(synonyms)
      .flat()
      .map(([to, words], order) => [to, { words: words.split(', '), order }]),
  )
  return byPlace.get(id) ?? noSynonyms
}
