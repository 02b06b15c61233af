/** The emulator, its machines and devices, firmware, TPM, displays. */
import type { CauseTable } from '../cause.ts'

export const machineMessages = {
  'why.emulator-missing': {
    by: 'libvirt',
    says: [
      'Cannot check QEMU binary {path}: No such file or directory',
      'Cannot find suitable emulator for {arch}',
      "unable to find any emulator to serve '{arch}' architecture",
      'no emulator for domain {} os type {} on architecture {arch}',
      'could not find capabilities for arch={arch}',
      'could not get preferred machine for {path} type={type}',
      'Failed to probe capabilities for {path}: {}',
      '{path}: command not found',
    ],
    cause:
      'The QEMU for this guest is not installed, or not where the design says. Leave the emulator out and libvirt finds it.',
    install: 'qemu-system-x86_64',
    at: 'devices.emulator',
  },
  'why.virt-type': {
    by: 'libvirt',
    says: [
      "Emulator '{path}' does not support virt type '{type}'",
      "the accel '{type}' is not supported by '{path}' on this host",
      'unexpected domain type {type}, expecting one of these: {}',
      'unexpected domain type {type}',
    ],
    cause:
      'The QEMU on this host does not run domains of the type {type}: kvm runs with KVM, qemu without it. Install the package that brings this QEMU, or change the type.',
    at: 'type',
  },
  'machine.unknown': {
    by: 'libvirt',
    says: [
      "Emulator '{path}' does not support machine type '{machine}'",
      'unsupported machine type\nUse -machine help to list supported machines',
      "the machine '{machine}' is not supported by emulator '{path}'",
      'unsupported machine type: "{machine}"',
    ],
    cause:
      'The QEMU of this host has no machine {machine}: it is of another architecture, newer than this QEMU, or gone from it. pc, q35 and virt without a number always fit.',
    run: 'qemu-system-x86_64 -machine help',
    at: 'os.machine',
  },
  'machine.architecture-unknown': {
    by: 'libvirt',
    says: [
      "Emulator '{path}' does not support arch '{arch}'",
      "Emulator '{path}' does not support os type '{type}'",
    ],
    at: 'os.arch',
  },
  'why.option-of-newer-qemu': {
    by: 'QEMU',
    says: [
      "Property '{property}' not found",
      "Parameter '{option}' is unexpected",
      "Invalid parameter '{option}'",
      '-{option}: invalid option',
      "Property '{device}.{property}' not found",
      "Parameter '{option}' expects {}",
    ],
    cause:
      'QEMU does not know {option}{property}: the design says something for another version or another device. Take it out, or use a newer QEMU.',
    run: 'qemu-system-x86_64 --version',
  },
  'why.device-model': {
    by: 'QEMU',
    says: [
      "'{model}' is not a valid device model name",
      "Device '{model}' not found",
      "-device {model}: '{}' is not a valid device model name",
    ],
    cause:
      'This QEMU has no device {model}: it is of another machine, or in a package of its own that is not installed. Take another model, or install the package.',
    run: 'qemu-system-x86_64 -device help',
  },
  'why.qemu-module': {
    by: 'QEMU',
    says: [
      'Perhaps you want to install {package} package?',
      'Unable to load module {module}. Perhaps you want to install {package} package?',
      "Unknown protocol '{protocol}'",
      "Unknown driver '{driver}'",
      '{feature} support is disabled',
      '{feature} is not compiled into this binary',
      "-spice: There is no option group 'spice'",
      "Parameter 'type' does not accept value '{driver}'",
      "Parameter 'driver' does not accept value '{driver}'",
      'spice support is disabled',
    ],
    cause:
      'This part of QEMU is in a package of its own, or the distribution does not build it. Install the package, or leave the device out.',
    run: 'apt-cache search qemu-system-modules || dnf search qemu-kvm-block qemu-ui qemu-audio',
  },
  'why.gl': {
    by: 'QEMU',
    says: [
      'The display backend does not have OpenGL support enabled',
      "It can be enabled with '-display BACKEND,gl=on' where BACKEND is the name of the display backend to use.",
      'opengl is not available',
      'egl: no drm render node available',
      'egl: EGL_{} not supported',
      'egl: eglInitialize failed: {}',
      'egl: render node init failed',
      'SPICE GL support is local-only for now and incompatible with -spice port/tls-port',
    ],
    cause:
      '3D needs a display with OpenGL that is not over the network: SPICE without a port and with gl on, SDL, GTK or egl-headless, and a render node that QEMU may open.',
    run: 'ls -l /dev/dri',
    at: 'devices.graphics',
  },
  'host.render-node': {
    by: 'libvirt',
    says: [
      "cannot open directory '/dev/dri': No such file or directory",
      "Path '/dev/dri/{node}' is not accessible: No such file or directory",
    ],
    cause:
      'The host has no render node: no graphics card with a driver of the kernel, or its driver goes to the guest. Leave OpenGL off.',
    run: 'ls -l /dev/dri',
    at: 'devices.graphics',
  },
  'why.display-x11': {
    by: 'QEMU',
    says: [
      'gtk initialization failed',
      'Could not initialize SDL({reason}) - exiting',
      'Authorization required, but no authorization protocol specified',
      'cannot open display: {display}',
      'Unable to init server: Could not connect: Connection refused',
    ],
    cause:
      'QEMU is to open a window and finds no desktop: under qemu:///system it runs as another user. Take VNC or SPICE, and look at it with virt-viewer.',
    at: 'devices.graphics',
  },
  'why.spice-missing': {
    by: 'libvirt',
    says: [
      'spice graphics are not supported with this QEMU',
      "domain configuration does not support graphics type 'spice'",
      "domain configuration does not support rng model '{}'",
      'redirection bus {} is not supported by QEMU',
    ],
    cause:
      'The QEMU of this host is built without SPICE (RHEL 9 and its kin). Take VNC, and a video card other than qxl.',
    at: 'devices.graphics',
  },
  'host.words': {
    by: 'libvirt',
    says: [
      "domain configuration does not support video model '{model}'",
      "domain configuration does not support {} '{model}'",
    ],
    run: 'virsh -c qemu:///system domcapabilities',
  },
  'why.audio': {
    by: 'QEMU',
    says: [
      "Could not init `{driver}' audio driver",
      "audio: Could not init `{driver}' audio driver",
      "Unknown audio driver `{driver}'",
      "Cannot find audiodev `{device}'",
      "audiodev '{driver}' not found",
      'pulseaudio: pa_context_connect() failed',
      'pulseaudio: Reason: Connection refused',
      'no default audio driver available',
      'Failed to initialize PW context',
    ],
    cause:
      'QEMU can’t reach the sound of the host: under qemu:///system it runs as another user, who has no PipeWire or PulseAudio. Name the driver and its socket, take SPICE’s sound, or a session.',
    at: 'devices.audio',
  },
  'firmware.none-fits': {
    by: 'libvirt',
    rules: [
      'firmware.secure-needs-smm',
      'firmware.secure-needs-q35',
      'firmware.enrolled-keys',
      'firmware.bios-arm',
      'launch-security.host',
      'machine.architecture',
    ],
    says: [
      "Unable to find 'efi' firmware that is compatible with the current configuration",
      "Unable to find '{kind}' firmware that is compatible with the current configuration",
    ],
    cause:
      'No firmware of the host fits what the design asks for: it is not installed (OVMF, edk2), or the wish can’t be: Secure Boot needs q35 and SMM, enrolled keys need Secure Boot.',
    install: 'ovmf',
    at: 'os.firmware',
  },
  'why.firmware-missing': {
    by: 'QEMU',
    says: [
      "could not load PC BIOS '{path}'",
      "Could not find ROM image '{path}'",
      "qemu: could not load PC BIOS '{path}'",
      'unable to find any master var store for loader: {path}',
      "Could not open '{path}OVMF_CODE{}': {}",
    ],
    cause:
      'The firmware {path} is not on the host, or no firmware. Leave the path out and say firmware uefi: libvirt finds the one of the distribution.',
    run: 'ls /usr/share/OVMF /usr/share/edk2 /usr/share/qemu/firmware',
    at: 'os.loader',
  },
  'why.firmware-size': {
    by: 'QEMU',
    says: [
      'device requires {} bytes, block backend provides {} bytes',
      'combined size of system firmware exceeds {} bytes',
      "cfi.pflash01 device '{device}' requires {} bytes, {} block backend provides {} bytes",
    ],
    cause:
      'The flash image of the firmware has another size than the machine wants: code and variables of different builds, an image for another architecture, or a variable store of the 2 MiB kind beside code of 4 MiB. Take both from one build; delete the VM’s variable store to have it made anew.',
    at: 'os.loader',
  },
  'why.nvram': {
    by: 'libvirt',
    says: [
      'unable to find nvram template image',
      "Failed to create file '{path}nvram{}': {}",
      'Failed to create nvram dir {path}',
      "Failed to open file '{path}_VARS.fd': {}",
      'cannot undefine domain with nvram',
    ],
    cause:
      'The store of the firmware’s variables is missing or may not be made; a domain with one is undefined with --nvram.',
    run: 'virsh -c qemu:///system undefine --nvram NAME',
    at: 'os.nvram',
  },
  'why.swtpm-missing': {
    by: 'libvirt',
    says: [
      'TPM emulation requires swtpm',
      "Unable to find 'swtpm' binary in $PATH",
      "Cannot find 'swtpm' in path: No such file or directory",
      "Unable to find 'swtpm_setup' binary in $PATH",
      "TPM version '{version}' is not supported",
      'Could not find {} in PATH.',
    ],
    cause: 'The emulated TPM is swtpm, which is not installed on the host.',
    install: 'swtpm_setup',
    at: 'devices.tpm',
  },
  'why.swtpm-failed': {
    by: 'swtpm',
    says: [
      "Could not start 'swtpm'. exitstatus: {}, error: {}",
      "Could not run '{}swtpm_setup'. exitstatus: {}",
      "Could not run 'swtpm_setup'. exitstatus: {#}; Check error log '{path}' for details.",
      'Need write rights on directory {path} for user {user}.',
      'Need read rights on directory {path} for user {user}.',
      'User {user} cannot access directory {path}. Make sure it exists and is a directory.',
      'User {user} cannot read/write lockfile {path}.',
      'User {user} cannot read config file {path}.',
      'SWTPM_NVRAM_Lock_Lockfile: Could not lock access to lockfile: Resource temporarily unavailable',
      'SWTPM_NVRAM_Lock_Lockfile: Could not open lockfile: Permission denied',
      'SWTPM_NVRAM_OpenDir: Could not open the dir {path}: {}',
      'Could not open UnixIO socket: {}',
      'An error occurred. Authoring the TPM state failed.',
      'Could not start the TPM 2.',
      'Could not start the TPM 1.2.',
      'Could not chown on swtpm logfile {path}',
      'tpm-emulator: Failed to connect to {path}: {}',
      'tpm-emulator: TPM result for CMD_INIT: {} operation failed',
      'Could not create TPM directory {path}',
      'Could not get process id of swtpm',
    ],
    cause:
      'swtpm could not begin: it may not write its directory (below /var/lib/libvirt/swtpm, owner tss or swtpm), another swtpm holds it, AppArmor or SELinux refuses, or its configuration for certificates is missing. Its log says which.',
    run: 'sudo tail -n 20 /var/log/swtpm/libvirt/qemu/*-swtpm.log; sudo ls -lR /var/lib/libvirt/swtpm',
    at: 'devices.tpm',
  },
  'why.tpm-device': {
    by: 'libvirt',
    says: [
      'Could not open TPM device {path}: {}',
      "Could not open TPM device's cancel path {path}",
      "tpm_passthrough: Could not find the host TPM's cancel file",
      "'{path}' is not a TPM device.",
      "tpm: '{path}' is not a TPM device.",
    ],
    cause:
      'The TPM {path} of the host is not there, off in its firmware setup, or in use by the host. Most guests are better off with an emulated one.',
    run: 'ls -l /dev/tpm*',
    at: 'devices.tpm',
  },
  'why.virtiofsd-missing': {
    by: 'libvirt',
    says: ['Unable to find a satisfying virtiofsd', 'virtiofsd binary {path} is not executable'],
    cause: 'A share over virtiofs needs virtiofsd, which is not installed on the host.',
    install: 'virtiofsd',
    at: 'devices.filesystems',
  },
  'why.share-directory': {
    by: 'libvirt',
    says: [
      "the virtiofs export directory '{path}' does not exist",
      "cannot initialize fsdev '{}': failed to open '{path}': No such file or directory",
      "cannot initialize fsdev '{}': failed to open '{path}': {}",
      'Error opening shared directory: {}',
      'Error entering sandbox: Error({path}): {}',
      "failed to open '{path}': No such file or directory",
    ],
    cause: 'The directory of a share, {path}, is not on the host.',
    run: 'mkdir -p {path}',
  },
  'why.virtiofsd-failed': {
    by: 'virtiofsd',
    says: [
      'virtiofsd died unexpectedly',
      "Could not start 'virtiofsd'",
      'Error entering sandbox: DropSupplementalGroups(Os {})',
      'Error entering sandbox: {}',
      'Error creating sandbox: {}',
      'newuidmap: uid range [{}) -> [{}) not allowed',
      'newgidmap: gid range [{}) -> [{}) not allowed',
      "Failed to connect to '{path}fs.sock': {}",
      "Failed to connect to '{path}-fs.sock': Connection refused",
      'Waiting for daemon failed: HandleRequest(InvalidParam)',
      'HandleRequest(PartialMessage)',
      "can't set up the child capabilities: {}",
      'failed to change target process id',
      'Error setting up resource limits: {}',
    ],
    cause:
      'virtiofsd ended at once. In a session it needs a range of ids of its own (/etc/subuid, /etc/subgid) and newuidmap; its log below the VM’s log says which step failed.',
    run: 'grep -H "^$USER:" /etc/subuid /etc/subgid; sudo tail -n 20 /var/log/libvirt/qemu/*-virtiofsd.log',
    at: 'devices.filesystems',
  },
  'share.shared-memory': {
    by: 'libvirt',
    says: ["'virtiofs' requires shared memory"],
    at: 'memory_backing',
  },
  'share.tag-long': {
    by: 'QEMU',
    says: [
      'tag property must be {} bytes or less',
      "mount tag '{tag}' ({} bytes) is longer than maximum ({} bytes)",
    ],
    at: 'devices.filesystems',
  },
  'why.pool': {
    by: 'libvirt',
    says: [
      "Storage pool not found: no storage pool with matching name '{pool}'",
      "storage pool '{pool}' is not active",
      "pool '{pool}' is not active",
      "Storage volume not found: no storage vol with matching name '{volume}'",
      "storage pool '{pool}' containing volume '{volume}' is not active",
    ],
    cause: 'The storage pool {pool} or the volume {volume} is not there, or not started.',
    run: 'virsh -c qemu:///system pool-list --all; virsh -c qemu:///system pool-start {pool}',
  },
  'why.secret': {
    by: 'libvirt',
    says: [
      "Secret not found: no secret with matching uuid '{uuid}'",
      "no secret with matching usage '{usage}'",
      "secret '{uuid}' does not have a value",
      'Invalid password, cannot unlock any keyslot',
    ],
    cause:
      'The passphrase of a disk is a secret that libvirt on this host does not have, or a wrong one. Define the secret, and set its value.',
    run: 'virsh -c qemu:///system secret-list',
  },
  'launch-security.host': {
    by: 'QEMU',
    says: [
      'sev_{}: failed to initialize ret={} fw_error={}',
      "SEV: Failed to open {} '{path}'",
      'sev_common_kvm_init: SEV guest support is not enabled',
      'S390 PV launch security is not supported by this host or kernel',
    ],
    at: 'launch_security',
  },
  'hyperv.needs': {
    by: 'QEMU',
    says: [
      'Hyper-V {enlightenment} requires {}',
      'Hyper-V enlightenments ({}) require {}',
      'Hyper-V synthetic timers requires {}',
      "kvm: Hyper-V {enlightenment} (requested by '{}' cpu flag) is not supported by kernel",
      'Hyper-V SynIC is not supported by kernel',
      'Hyper-V {} requires Hyper-V {}',
    ],
    at: 'features.hyperv',
  },
  'why.nested-hyperv': {
    by: 'QEMU',
    says: [
      "kvm: Hyper-V enlightened VMCS (requested by 'hv-evmcs' cpu flag) is not supported by kernel",
      "kvm_arch_put_registers: Assertion `ret == cpu->kvm_msr_buf->nmsrs' failed",
      'error: failed to set MSR {msr} to {value}',
    ],
    cause:
      'A feature of the processor that the guest was promised is not there on this host: evmcs and the MSRs of virtualisation exist on Intel with nested virtualisation alone. Leave them out.',
    at: 'features.hyperv',
  },
  'why.pv-spinlocks': {
    by: 'libvirt',
    says: ["host doesn't support paravirtual spinlocks"],
    cause: 'The feature pvspinlock is for KVM on a host that has it. Leave it out.',
    at: 'features.pvspinlock',
    fix: { title: 'Leave paravirtual spinlocks out', changes: [{ below: '' }] },
  },
  'why.guest-crashed': {
    by: 'QEMU',
    says: [
      'BdsDxe: failed to load Boot{} "{}" from {}: Not Found',
      'BdsDxe: No bootable option or device was found.',
      'No bootable device.',
      'Boot failed: not a bootable disk',
      'Boot failed: could not read the boot disk',
      'BdsDxe: failed to load Boot{} "{}" from {}: Access Denied',
      'Booting from Hard Disk...',
    ],
    cause:
      'The firmware found nothing to start: the disk is empty, the installer’s ISO is not first in the boot order, or the system was installed for the other kind of firmware (BIOS or UEFI). “Access Denied” is Secure Boot, which does not trust the boot loader.',
    at: 'os.boot',
  },
  'why.kernel-panic-root': {
    by: 'Linux',
    says: [
      'VFS: Unable to mount root fs on unknown-block({})',
      'Kernel panic - not syncing: VFS: Unable to mount root fs',
      'ALERT! UUID={} does not exist. Dropping to a shell!',
      "ERROR: device 'UUID={}' not found. Skipping fsck.",
    ],
    cause:
      'The guest’s kernel does not see its disk: its initramfs lacks the driver of the bus (virtio), or root= on the kernel’s command line names another disk. Put the disk on SATA once, add the driver in the guest, and put it back.',
    at: 'devices.disks',
  },
  'why.qemu-crash': {
    by: 'QEMU',
    says: [
      "qemu-system-{program}: {}: Assertion `{}' failed.",
      'shutting down, reason=crashed',
      'Unexpected error in {}() at {}',
      'qemu-system-{program}[{}]: segfault at {}',
      'terminating on signal {signal#} from pid {process#} ({program})',
    ],
    cause:
      'QEMU ended itself or was ended. The lines before this one say why; where there are none, look for a newer QEMU.',
    run: 'sudo journalctl -b -g qemu --since -10min; sudo tail -n 40 /var/log/libvirt/qemu/NAME.log',
  },
} as const satisfies CauseTable
