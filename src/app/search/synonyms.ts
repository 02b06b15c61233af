/**
 * What people call things, by the part that they are in: for each field (its path) or the part itself the words. Where
 * several have the same word, the one that stands here before the others is meant most often.
 */
import { t } from '../words/index.ts'

/** Where words lead, and the words, with commas between them. */
type Row = readonly [to: string, words: string]

const device = (path: string) => `libvirt.devices.${path}`

export const synonyms: Readonly<Record<string, readonly Row[]>> = {
  source: [
    ['part-source', t`preset, template, example, root disk, operating system, distribution`],
    ['guest', t`os, guest os, operating system, windows, ubuntu, debian, fedora, arch, os variant, osinfo`],
    ['source.kind', t`image, base image, where from, import vm`],
    ['source.url', t`cloud image, qcow2, download image, image url`],
    ['source.box', t`container, bootc, oci, docker image`],
    ['source.from_vm', t`clone, copy vm, linked clone`],
    ['source.disk_path', t`existing disk, import, import disk, vmdk, vdi`],
    ['installer.path', t`iso, installer, install cd, boot iso, installation media`],
    ['installer.url', t`netinst, iso url, download iso`],
    [
      'installer.unattended.enabled',
      t`unattended, autoinstall, preseed, kickstart, autounattend, answer file`,
    ],
    ['disk_size', t`disk space, storage size, hard drive size, hdd size, resize, grow disk`],
    ['snapshot', t`snapshot, snapshots, checkpoint, restore point, savepoint`],
    ['disposable', t`throwaway, ephemeral, temporary, live`],
    ['libvirt.title', t`display name, nickname`],
    ['libvirt.description', t`notes, comment`],
    ['libvirt.uuid', t`id, identifier, guid`],
  ],
  hostdevs: [
    [
      'part-hostdevs',
      t`gpu, gpu passthrough, passthrough, pci passthrough, pcie, vfio, graphics card, pci, usb stick, usb device, usb passthrough, usb, webcam, bluetooth, wifi card, real hardware, dongle, nvidia, amd, sr-iov`,
    ],
    [device('hostdevs'), t`pci device, iommu group, vfio-pci, mdev, vgpu`],
    ['libvirt.devices.hostdevs.0.rom', t`vbios, option rom, rom bar, gpu rom`],
    [device('iommu'), t`iommu, viommu, vt-d, intel-iommu`],
  ],
  shares: [
    [
      'part-shares',
      t`shared folder, shared folders, folder, share, file sharing, directory, samba, shared directory`,
    ],
    [
      device('filesystems'),
      t`shared folder, virtiofs, 9p, mount, virtio-fs, file share, host folder, plan 9`,
    ],
    ['libvirt.devices.filesystems.0.idmap', t`uid, permissions, id map, file owner`],
    ['libvirt.devices.filesystems.0.readonly', t`read only share`],
  ],
  channels: [
    ['part-channels', t`agent, pipe`],
    [
      device('channels'),
      t`guest agent, qemu-guest-agent, qemu agent, spice agent, clipboard, vdagent, copy paste, clipboard sharing`,
    ],
    [device('serial'), t`serial, serial port, serial console, com port, uart, ttys0, rs232`],
    [device('console'), t`console, virsh console, text console, terminal`],
    [device('parallel'), t`parallel port, printer port, lpt`],
    [device('vsock'), t`vsock, host socket`],
  ],
  cpu: [
    ['part-cpu', 'processor'],
    ['cpu', t`cores, vcpus, vcpu, cpus, threads, number of cpus, smp, processors`],
    ['libvirt.cpu.topology', t`sockets, topology, cores per socket, hyperthreading, smt, dies`],
    ['libvirt.cpu.mode', t`cpu type, cpu model, host-passthrough, host passthrough, processor type`],
    ['libvirt.cpu.features', t`cpu flags, avx, aes, instruction set`],
    ['libvirt.cputune.vcpupin', t`pinning, cpu pinning, affinity, taskset, isolate cores, vcpupin`],
    ['libvirt.cputune.emulatorpin', t`emulator pinning, emulator thread`],
    ['libvirt.cpu.numa', t`numa, numa cells, guest numa`],
    ['nested', t`nested virtualization, nested virtualisation, vmx, svm, hyper-v in vm, vm in vm, kvm in vm`],
  ],
  memory: [
    ['part-memory', 'mem'],
    ['ram', t`ram, memory, gb, how much memory, mem size`],
    ['libvirt.memory_backing.hugepages', t`hugepages, huge pages, large pages, 1g pages`],
    ['libvirt.memory_backing.source', t`memfd, shared memory backing`],
    ['libvirt.memory_backing.locked', t`mlock, lock memory, swap, no swap`],
    ['libvirt.memory_backing.nosharepages', t`ksm, merge pages`],
    [device('memballoon'), t`balloon, ballooning, dynamic memory, memory balloon`],
    ['libvirt.max_memory', t`hotplug memory, memory hotplug, max memory`],
    [device('memory'), t`dimm, nvdimm, virtio-mem, pmem`],
  ],
  firmware: [
    ['part-firmware', 'boot'],
    ['firmware', t`uefi, bios, efi, ovmf, secure boot, secureboot, edk2, legacy boot, csm`],
    ['machine', t`chipset, mainboard, motherboard, q35, i440fx, machine type, pc`],
    ['libvirt.os.boot', t`boot order, boot device, boot priority, boot from cd, pxe, network boot`],
    ['libvirt.os.bootmenu', t`boot menu`],
    ['libvirt.os.kernel', t`direct kernel boot, vmlinuz, kernel`],
    ['libvirt.os.initrd', 'initramfs'],
    ['libvirt.os.cmdline', t`kernel parameters, boot options, append`],
    ['libvirt.os.nvram', t`efi variables, efivars, vars`],
    ['libvirt.sysinfo', t`smbios, dmi, serial number, manufacturer`],
    ['autostart', t`autostart, start on boot, start at boot, start with host, on startup`],
    ['backend', t`qemu without libvirt, no libvirt, hypervisor`],
  ],
  network: [
    ['part-network', t`lan, ethernet, networking`],
    [
      'network.port_forwards',
      t`port, ports, port forward, port forwarding, expose port, open port, hostfwd, publish, http, web server`,
    ],
    [
      'network.mode',
      t`nat, bridged, bridge mode, user network, slirp, passt, wifi, wi-fi, wlan, internet, network type`,
    ],
    ['network.bridge', t`bridge, br0, virbr0, own ip, lan, virtual switch`],
    ['network.mac', t`mac address, hardware address`],
    ['network.model', t`network card, nic, e1000, virtio-net, network adapter, nic model`],
    ['ssh.port', t`ssh, ssh port, login port`],
    [
      device('interfaces'),
      t`nic, network card, second network card, network adapter, vlan, macvtap, tap, sr-iov`,
    ],
  ],
  disks: [
    ['part-disks', t`storage, drives, disk, disks`],
    [
      device('disks'),
      t`disk, hard disk, hard drive, hdd, ssd, second disk, extra disk, data disk, volume, cd, cdrom, cd-rom, dvd, floppy, iso, nvme`,
    ],
    ['libvirt.devices.disks.0.driver.cache', t`cache, writeback, write cache, cache mode`],
    ['libvirt.devices.disks.0.driver.io', t`io_uring, aio, io threads`],
    ['libvirt.devices.disks.0.driver.discard', t`trim, discard, unmap, shrink`],
    ['libvirt.devices.disks.0.target.bus', t`scsi, virtio-blk, sata, ide, disk bus, controller`],
    ['libvirt.devices.disks.0.readonly', t`read only, write protect`],
    ['libvirt.root_disk', t`root disk, system disk, boot disk`],
    ['libvirt.devices.disks.0.iotune', t`iops, throttle, bandwidth limit, io limit`],
  ],
  displays: [
    ['part-displays', t`screen, monitor, display, graphics, vga, gui, desktop`],
    [device('video'), t`graphics card, video card, gpu, vga, qxl, virtio-gpu, 3d`],
    ['libvirt.devices.video.0.model', t`virtual gpu, gpu model`],
    ['libvirt.devices.video.0.accel3d', t`3d, 3d acceleration, opengl, virgl, gpu acceleration, vulkan`],
    ['libvirt.devices.video.0.resolution', t`screen resolution, resolution, screen size, 4k, 1080p`],
    ['libvirt.devices.video.0.heads', t`monitors, screens, dual monitor, multi monitor, second monitor`],
    ['libvirt.devices.video.0.vram', t`video memory, vram, graphics memory`],
    [
      device('graphics'),
      t`vnc, spice, remote desktop, remote access, console window, viewer, rdp, virt-viewer, headless`,
    ],
    ['libvirt.devices.graphics.0.clipboard', t`clipboard, copy and paste, copy paste`],
    ['libvirt.devices.graphics.0.gl', t`opengl, egl, gl`],
    ['libvirt.devices.graphics.0.passwd', t`vnc password, spice password`],
    ['libvirt.devices.graphics.0.listen', t`vnc address, bind, listen address`],
    ['libvirt.devices.graphics.0.keymap', t`keyboard layout, keymap`],
  ],
  devices: [
    ['part-devices', t`devices, peripherals, hardware`],
    [device('sound'), t`sound, sound card, audio, speaker, microphone, ich9, hda`],
    [device('audio'), t`pulseaudio, pipewire, audio backend, sound output`],
    [device('inputs'), t`mouse, keyboard, tablet, mouse pointer, evdev, input`],
    [device('redirdev'), t`usb redirection, usb over spice, usb stick, usb redirect`],
    [device('usb'), t`usb controller, usb 3, xhci, usb version`],
    [device('rng'), t`random, entropy, rng, random number`],
    [device('watchdog'), t`watchdog, auto reboot, hang`],
    [device('smartcard'), t`smartcard, smart card, yubikey, ccid`],
    [device('shmem'), t`looking glass, ivshmem, shared memory, kvmfr`],
    [device('panic'), t`panic, pvpanic, crash device`],
  ],
  security: [
    ['part-security', t`secure, encryption, confidential`],
    [
      device('tpm'),
      t`tpm, tpm 2.0, swtpm, bitlocker, security chip, windows 11 tpm, trusted platform module`,
    ],
    ['libvirt.launch_security', t`sev, sev-snp, tdx, confidential vm, memory encryption, encrypted memory`],
    ['libvirt.seclabel', t`selinux, apparmor, label, dac`],
  ],
  tuning: [
    ['part-tuning', t`performance, limits, speed, slow`],
    ['libvirt.features.hyperv', t`hyper-v, enlightenments, hyperv, windows performance`],
    ['libvirt.features.kvm', t`hide vm, hide kvm, code 43, hidden, anti cheat, detect vm`],
    ['libvirt.clock', t`time, clock, utc, rtc, time zone of the clock, localtime, timer, hpet, tsc`],
    ['libvirt.pm', t`sleep, suspend, hibernate, s3`],
    ['libvirt.on_poweroff', t`shutdown, power off`],
    ['libvirt.on_reboot', t`reboot, restart`],
    ['libvirt.on_crash', t`crash, coredump`],
    ['libvirt.iothreads', t`iothread, io thread`],
    ['libvirt.cputune', t`cpu limit, cpu quota, cpu shares, nice, priority, scheduler`],
    ['libvirt.memtune', t`memory limit, oom`],
    ['libvirt.numatune', t`numa policy, numa node, memory node`],
    ['libvirt.blkiotune', t`disk weight, io weight`],
    ['libvirt.features.acpi', t`acpi, power button`],
    ['libvirt.features.smm', t`smm, system management mode`],
  ],
  access: [
    ['part-access', t`login, account, log in, first boot, provisioning`],
    ['ssh.user', t`ssh, user, username, user name, login, account`],
    ['ssh.key_source', t`ssh key, public key, authorized_keys, id_ed25519, ssh`],
    ['cloud_init.users', t`users, add user, sudo, password, root`],
    ['cloud_init.hostname', t`hostname, host name, computer name`],
    ['cloud_init.timezone', t`timezone, time zone`],
    ['cloud_init.locale', t`language, locale, lang`],
    ['cloud_init.package', t`packages, software, install package, apt, dnf, pacman`],
    ['cloud_init.runcmd', t`script, run command, commands, startup script, post install, runcmd, provision`],
    ['cloud_init.bootcmd', t`every boot, bootcmd`],
    ['cloud_init.write_files', t`write file, config file, files in the guest`],
    ['cloud_init.network', t`static ip, ip address, netplan, dns, dhcp, ip`],
    ['cloud_init.mirrors', t`mirror, repository, apt mirror`],
  ],
  snippets: [
    ['part-snippets', t`raw, custom xml, xml, extra, advanced`],
    ['libvirt.snippets', t`own xml, xml snippet`],
    [
      'libvirt.qemu_arguments',
      t`qemu arguments, qemu:commandline, extra args, qemu args, command line arguments`,
    ],
    ['libvirt.qemu_environment', t`environment variables, env`],
    ['libvirt.leave_out', t`remove default, leave out, disable default`],
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
