;; Finds the edges of one plain record: 95 fields on one line, a quoted field closed before a comma or the line feed and
;; without quotes inside. Everything else is left to record-scan.ts, which says what a record is; this only says it faster,
;; sixteen bytes at a time.
(module
  (import "env" "memory" (memory 1 4096 shared))

  ;; position   first byte of the record; a line feed stands at or before the end of the bytes, sixteen more can be read
  ;; base       what is taken off positions before they are written
  ;; edges      where to write: index 0 is the caller's, 1 to 94 the commas, 95 the line feed
  ;; result     position of the line feed less base, or -1 when the record is not plain
  (func (export "plain") (param $position i32) (param $base i32) (param $edges i32) (result i32)
    (local $at i32) (local $mask i32) (local $here i32) (local $byte i32)
    (local $out i32) (local $last i32) (local $fieldStart i32) (local $block v128)
    (local.set $at (local.get $position))
    (local.set $fieldStart (local.get $position))
    (local.set $out (i32.add (local.get $edges) (i32.const 4)))
    (local.set $last (i32.add (local.get $edges) (i32.const 380)))
    (loop $blocks
      (local.set $block (v128.load align=1 (local.get $at)))
      (local.set $mask
        (i8x16.bitmask
          (v128.or
            (v128.or
              (i8x16.eq (local.get $block) (v128.const i8x16 44 44 44 44 44 44 44 44 44 44 44 44 44 44 44 44))
              (i8x16.eq (local.get $block) (v128.const i8x16 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10)))
            (i8x16.eq (local.get $block) (v128.const i8x16 34 34 34 34 34 34 34 34 34 34 34 34 34 34 34 34)))))
      (block $next
        (loop $bits
          (br_if $next (i32.eqz (local.get $mask)))
          (local.set $here (i32.add (local.get $at) (i32.ctz (local.get $mask))))
          (local.set $byte (i32.load8_u (local.get $here)))
          (if (i32.eq (local.get $byte) (i32.const 44))
            (then
              (if (i32.eq (local.get $out) (local.get $last)) (then (return (i32.const -1))))
              (i32.store (local.get $out) (i32.sub (local.get $here) (local.get $base)))
              (local.set $out (i32.add (local.get $out) (i32.const 4)))
              (local.set $fieldStart (i32.add (local.get $here) (i32.const 1)))
              (local.set $mask (i32.and (local.get $mask) (i32.sub (local.get $mask) (i32.const 1))))
              (br $bits)))
          (if (i32.eq (local.get $byte) (i32.const 10))
            (then
              (if (i32.ne (local.get $out) (local.get $last)) (then (return (i32.const -1))))
              (i32.store (local.get $out) (i32.sub (local.get $here) (local.get $base)))
              (return (i32.sub (local.get $here) (local.get $base)))))
          ;; a quote: only where a field begins
          (if (i32.ne (local.get $here) (local.get $fieldStart)) (then (return (i32.const -1))))
          (local.set $at (i32.add (local.get $here) (i32.const 1)))
          (loop $quoted
            (local.set $byte (i32.load8_u (local.get $at)))
            (if (i32.eq (local.get $byte) (i32.const 10)) (then (return (i32.const -1))))
            (local.set $at (i32.add (local.get $at) (i32.const 1)))
            (br_if $quoted (i32.ne (local.get $byte) (i32.const 34))))
          (local.set $byte (i32.load8_u (local.get $at)))
          (br_if $blocks (i32.eq (local.get $byte) (i32.const 44)))
          (br_if $blocks (i32.eq (local.get $byte) (i32.const 10)))
          (return (i32.const -1))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br $blocks))
    (unreachable)))
