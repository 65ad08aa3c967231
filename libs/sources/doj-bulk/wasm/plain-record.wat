;; Finds the edges of one plain record: 95 fields on one line, a quoted field closed before a comma or the line feed and
;; without quotes inside, no carriage return outside of quotes but the one before the line feed. Everything else is left to record-scan.ts, which says what a record is; this only says it faster,
;; sixteen bytes at a time.
(module
  (import "env" "memory" (memory 1 32768 shared))

  ;; position   first byte of the record; a line feed stands at or before the end of the bytes, sixteen more can be read
  ;; base       what is taken off positions before they are written
  ;; edges      where to write 96 of them: the byte before the record, 94 commas, the line feed
  ;; result     position of the line feed less base, or -1 when the record is not plain
  (func $plain (export "plain") (param $position i32) (param $base i32) (param $edges i32) (result i32)
    (i32.store (local.get $edges) (i32.sub (i32.sub (local.get $position) (local.get $base)) (i32.const 1)))
    (call $plainFrom
      (local.get $position)
      (local.get $base)
      (i32.add (local.get $edges) (i32.const 4))
      (i32.add (local.get $edges) (i32.const 380))))

  ;; The rest of a plain record, from the first byte of a field on.
  ;; out, last   where to write the edge behind that field, and the line feed; the edge before it stands there already
  (func $plainFrom (param $at i32) (param $base i32) (param $out i32) (param $last i32) (result i32)
    (local $mask i32) (local $commas i32) (local $here i32) (local $byte i32) (local $block v128)
    (loop $blocks
      (local.set $block (v128.load align=1 (local.get $at)))
      ;; Comma, quote, line feed and carriage return differ in their lower halves: a byte is one of them if it is what stands at its own.
      (local.set $mask
        (i8x16.bitmask
          (i8x16.eq
            (local.get $block)
            (i8x16.swizzle
              (v128.const i8x16 -1 -1 34 -1 -1 -1 -1 -1 -1 -1 10 -1 44 13 -1 0)
              (v128.and (local.get $block) (v128.const i8x16 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15))))))
      (if (i32.eqz (local.get $mask))
        (then
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br $blocks)))
      (local.set $commas (i8x16.bitmask (i8x16.eq (local.get $block) (v128.const i8x16 44 44 44 44 44 44 44 44 44 44 44 44 44 44 44 44))))
      ;; most blocks have commas only
      (if (i32.eq (local.get $mask) (local.get $commas))
        (then
          (if (i32.gt_u (i32.add (local.get $out) (i32.shl (i32.popcnt (local.get $commas)) (i32.const 2))) (local.get $last)) (then (return (i32.const -1))))
          (local.set $here (i32.sub (local.get $at) (local.get $base)))
          (loop $each
            (i32.store (local.get $out) (i32.add (local.get $here) (i32.ctz (local.get $commas))))
            (local.set $out (i32.add (local.get $out) (i32.const 4)))
            (br_if $each (local.tee $commas (i32.and (local.get $commas) (i32.sub (local.get $commas) (i32.const 1))))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br $blocks)))
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
              (local.set $mask (i32.and (local.get $mask) (i32.sub (local.get $mask) (i32.const 1))))
              (br $bits)))
          (if (i32.eq (local.get $byte) (i32.const 10))
            (then
              (if (i32.ne (local.get $out) (local.get $last)) (then (return (i32.const -1))))
              (i32.store (local.get $out) (i32.sub (local.get $here) (local.get $base)))
              (return (i32.sub (local.get $here) (local.get $base)))))
          (if (i32.eq (local.get $byte) (i32.const 13))
            (then
              (if (i32.ne (i32.load8_u (i32.add (local.get $here) (i32.const 1))) (i32.const 10)) (then (return (i32.const -1))))
              (local.set $mask (i32.and (local.get $mask) (i32.sub (local.get $mask) (i32.const 1))))
              (br $bits)))
          ;; a quote: only where a field begins
          (if
            (i32.ne
              (i32.sub (local.get $here) (local.get $base))
              (i32.add (i32.load (i32.sub (local.get $out) (i32.const 4))) (i32.const 1)))
            (then (return (i32.const -1))))
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
    (unreachable))

  ;; Copies sixteen bytes at a time: up to fifteen bytes behind the end of the copy are overwritten too.
  (func $copy (param $from i32) (param $to i32) (param $out i32) (result i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $out) (i32.sub (local.get $to) (local.get $from))))
    (block $narrow
      (loop $wide
        (br_if $narrow (i32.lt_s (i32.sub (local.get $to) (local.get $from)) (i32.const 64)))
        (v128.store offset=0 align=1 (local.get $out) (v128.load offset=0 align=1 (local.get $from)))
        (v128.store offset=16 align=1 (local.get $out) (v128.load offset=16 align=1 (local.get $from)))
        (v128.store offset=32 align=1 (local.get $out) (v128.load offset=32 align=1 (local.get $from)))
        (v128.store offset=48 align=1 (local.get $out) (v128.load offset=48 align=1 (local.get $from)))
        (local.set $from (i32.add (local.get $from) (i32.const 64)))
        (local.set $out (i32.add (local.get $out) (i32.const 64)))
        (br $wide)))
    (block $done
      (loop $more
        (br_if $done (i32.ge_u (local.get $from) (local.get $to)))
        (v128.store align=1 (local.get $out) (v128.load align=1 (local.get $from)))
        (local.set $from (i32.add (local.get $from) (i32.const 16)))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (br $more)))
    (local.get $end))

  ;; May one of the bytes be the first of a cell, and of a formula: tab, CR, + - = @ behind a comma or a quote? Not only opening quotes
  ;; are asked about, nor does it matter what follows. Up to fifteen bytes behind are looked at.
  (func $mayRun (param $from i32) (param $to i32) (result i32)
    (local $block v128) (local $before v128) (local $found v128)
    (loop $blocks
      (local.set $block (v128.load align=1 (local.get $from)))
      (local.set $before (v128.load align=1 (i32.sub (local.get $from) (i32.const 1))))
      ;; Each of the six is one of a kind by its upper half and one of the same kind by its lower half.
      (local.set $found
        (v128.or
          (local.get $found)
          (v128.and
            (v128.and
              (i8x16.swizzle (v128.const i8x16 8 0 0 0 0 0 0 0 0 1 0 2 0 7 0 0) (v128.and (local.get $block) (v128.const i8x16 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15)))
              (i8x16.swizzle (v128.const i8x16 1 0 2 4 8 0 0 0 0 0 0 0 0 0 0 0) (i8x16.shr_u (local.get $block) (i32.const 4))))
            (v128.or
              (i8x16.eq (local.get $before) (v128.const i8x16 44 44 44 44 44 44 44 44 44 44 44 44 44 44 44 44))
              (i8x16.eq (local.get $before) (v128.const i8x16 34 34 34 34 34 34 34 34 34 34 34 34 34 34 34 34))))))
      (local.set $from (i32.add (local.get $from) (i32.const 16)))
      (br_if $blocks (i32.lt_u (local.get $from) (local.get $to))))
    (v128.any_true (local.get $found)))

  ;; Is a cell of a row risky? Exactly what result-rows.ts asks, but for signed numbers, which it lets pass.
  (func $risky (param $edges i32) (param $base i32) (result i32)
    (local $from i32) (local $to i32) (local $byte i32) (local $next i32) (local $last i32)
    (local.set $next (local.get $edges))
    (local.set $last (i32.add (local.get $edges) (i32.const 380)))
    (local.set $to (i32.add (local.get $base) (i32.load (local.get $edges))))
    ;; Can a cell that begins with this byte be a formula? Tab, CR, + - = @; nul is asked about too, as shifts go round at 64.
    (loop $fields
      (local.set $from (i32.add (local.get $to) (i32.const 1)))
      (local.set $next (i32.add (local.get $next) (i32.const 4)))
      (local.set $to (i32.add (local.get $base) (i32.load (local.get $next))))
      (if (i32.lt_u (local.get $from) (local.get $to))
        (then
          (local.set $byte (i32.load8_u (local.get $from)))
          (if (i32.eq (local.get $byte) (i32.const 34))
            (then
              (local.set $from (i32.add (local.get $from) (i32.const 1)))
              (local.set $byte (i32.load8_u (local.get $from)))))
          (if (i32.and
                (i32.le_u (local.get $byte) (i32.const 64))
                (i32.wrap_i64 (i64.and (i64.const 1) (i64.shr_u (i64.const 0x2000280000002201) (i64.extend_i32_u (local.get $byte))))))
            (then
              ;; a bare hyphen is nobody's formula
              (if (i32.or (i32.ne (local.get $byte) (i32.const 45)) (i32.ne (i32.sub (local.get $to) (local.get $from)) (i32.const 1)))
                (then (return (i32.const 1))))))))
      (br_if $fields (i32.lt_u (local.get $next) (local.get $last))))
    (i32.const 0))

  ;; Writes one row to the full and to the condensed results, as result-rows.ts does for a row without risky cells.
  ;; edges       of the row; index 96 gets the position behind the condensed row
  ;; identity    0: the identity columns are cut out
  ;; columns     the condensed columns, `count` runs of them that stand together: two bytes each, the first and the one behind the last
  ;; tail        what is appended to both, `tailBytes` long
  ;; like        1: the columns from SUBJECT_STATUS to CYC_SEG_SEP are those of a row that was written so
  ;; result      position behind the full row, or -1 when a cell may be risky: then nothing counts as written
  (func $row (export "row") (param $edges i32) (param $base i32) (param $identity i32) (param $full i32) (param $condensed i32)
      (param $columns i32) (param $count i32) (param $tail i32) (param $tailBytes i32) (param $like i32) (result i32)
    (local $from i32) (local $to i32)
    (local.set $from (i32.add (i32.add (local.get $base) (i32.load (local.get $edges))) (i32.const 1)))
    (local.set $to (i32.add (local.get $base) (i32.load offset=380 (local.get $edges))))
    (if
      (i32.or
        (i32.gt_u (i32.sub (i32.load8_u (local.get $from)) (i32.const 48)) (i32.const 9))
        (call $mayRun
          (i32.add
            (select (i32.add (local.get $base) (i32.load offset=144 (local.get $edges))) (local.get $from) (local.get $like))
            (i32.const 1))
          (local.get $to)))
      (then (if (call $risky (local.get $edges) (local.get $base)) (then (return (i32.const -1))))))
    (if (local.get $identity)
      (then (local.set $full (call $copy (local.get $from) (local.get $to) (local.get $full))))
      (else
        (local.set $full (call $copy (local.get $from) (i32.add (i32.add (local.get $base) (i32.load offset=32 (local.get $edges))) (i32.const 1)) (local.get $full)))
        (i32.store8 (local.get $full) (i32.const 44))
        (local.set $full
          (call $copy
            (i32.add (local.get $base) (i32.load offset=40 (local.get $edges)))
            (i32.add (i32.add (local.get $base) (i32.load offset=60 (local.get $edges))) (i32.const 1))
            (i32.add (local.get $full) (i32.const 1))))
        (i32.store8 (local.get $full) (i32.const 44))
        (local.set $full
          (call $copy (i32.add (local.get $base) (i32.load offset=68 (local.get $edges))) (local.get $to) (i32.add (local.get $full) (i32.const 1))))))
    (local.set $full (call $copy (local.get $tail) (i32.add (local.get $tail) (local.get $tailBytes)) (local.get $full)))
    (loop $runs
      (local.set $from (i32.add
          (i32.add (local.get $base) (i32.load (i32.add (local.get $edges) (i32.shl (i32.load8_u (local.get $columns)) (i32.const 2)))))
          (i32.const 1)))
      (local.set $to (i32.add (local.get $base) (i32.load (i32.add (local.get $edges) (i32.shl (i32.load8_u offset=1 (local.get $columns)) (i32.const 2))))))
      ;; Most are short: what is behind them is overwritten by the next.
      (v128.store align=1 (local.get $condensed) (v128.load align=1 (local.get $from)))
      (v128.store offset=16 align=1 (local.get $condensed) (v128.load offset=16 align=1 (local.get $from)))
      (if (i32.gt_u (i32.sub (local.get $to) (local.get $from)) (i32.const 32))
        (then
          (drop
            (call $copy
              (i32.add (local.get $from) (i32.const 32))
              (local.get $to)
              (i32.add (local.get $condensed) (i32.const 32))))))
      (local.set $condensed (i32.add (local.get $condensed) (i32.sub (local.get $to) (local.get $from))))
      (local.set $columns (i32.add (local.get $columns) (i32.const 2)))
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (if (local.get $count)
        (then
          (i32.store8 (local.get $condensed) (i32.const 44))
          (local.set $condensed (i32.add (local.get $condensed) (i32.const 1)))
          (br $runs))))
    (i32.store (i32.add (local.get $edges) (i32.const 384))
      (call $copy (local.get $tail) (i32.add (local.get $tail) (local.get $tailBytes)) (local.get $condensed)))
    (local.get $full))

  ;; Are `length` bytes the same in two places? Up to fifteen bytes behind each are looked at.
  (func $same (param $one i32) (param $other i32) (param $length i32) (result i32)
    (local $mask i32)
    (loop $blocks
      (local.set $mask (i8x16.bitmask (i8x16.eq (v128.load align=1 (local.get $one)) (v128.load align=1 (local.get $other)))))
      (if (i32.lt_u (local.get $length) (i32.const 16))
        (then
          (return (i32.eqz (i32.and
            (i32.xor (local.get $mask) (i32.const -1))
            (i32.sub (i32.shl (i32.const 1) (local.get $length)) (i32.const 1)))))))
      (if (i32.ne (local.get $mask) (i32.const 0xffff)) (then (return (i32.const 0))))
      (local.set $one (i32.add (local.get $one) (i32.const 16)))
      (local.set $other (i32.add (local.get $other) (i32.const 16)))
      (local.set $length (i32.sub (local.get $length) (i32.const 16)))
      (br $blocks))
    (unreachable))

  ;; Has a record some columns of the plain record whose edges stand 400 bytes before? Then their edges are those of the other, moved.
  ;; position      first byte of the first of these columns
  ;; place         where the edges of the record stand; up to twelve bytes behind the last of these are overwritten
  ;; first, last   the edges before and behind these columns, in bytes from there; the first need not stand there
  ;; result        first byte behind these columns, or -1 when they are others
  (func $like (param $position i32) (param $base i32) (param $place i32) (param $first i32) (param $last i32) (result i32)
    (local $before i32) (local $at i32) (local $end i32) (local $moved v128)
    (local.set $before (i32.add (i32.load (i32.sub (i32.add (local.get $place) (local.get $first)) (i32.const 400))) (i32.const 1)))
    (local.set $at (i32.add (local.get $place) (local.get $first)))
    (local.set $end (i32.add (local.get $place) (local.get $last)))
    (if
      (i32.eqz
        (call $sameLong
          (local.get $position)
          (i32.add (local.get $base) (local.get $before))
          (i32.sub (i32.add (i32.load (i32.sub (local.get $end) (i32.const 400))) (i32.const 1)) (local.get $before))))
      (then (return (i32.const -1))))
    (local.set $moved (i32x4.splat (i32.sub (i32.sub (local.get $position) (local.get $base)) (local.get $before))))
    (loop $edges
      (v128.store offset=4 align=4
        (local.get $at)
        (i32x4.add (v128.load offset=4 align=4 (i32.sub (local.get $at) (i32.const 400))) (local.get $moved)))
      (br_if $edges (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
    (i32.add (i32.add (local.get $base) (i32.load (local.get $end))) (i32.const 1)))

  ;; The same of the person's columns, from SUBJECT_STATUS to CYC_SEG_SEP. Before them RECORD_ID may be any short cell without quotes.
  ;; position   first byte of the record
  (func $person (param $position i32) (param $base i32) (param $place i32) (result i32)
    (local $first i32) (local $mask i32) (local $block v128)
    (local.set $block (v128.load align=1 (local.get $position)))
    (local.set $mask
      (i8x16.bitmask
        (i8x16.eq
          (local.get $block)
          (i8x16.swizzle
            (v128.const i8x16 -1 -1 34 -1 -1 -1 -1 -1 -1 -1 10 -1 44 13 -1 0)
            (v128.and (local.get $block) (v128.const i8x16 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15))))))
    (if (i32.eqz (local.get $mask)) (then (return (i32.const -1))))
    (local.set $first (i32.add (local.get $position) (i32.ctz (local.get $mask))))
    (if (i32.ne (i32.load8_u (local.get $first)) (i32.const 44)) (then (return (i32.const -1))))
    (i32.store (local.get $place) (i32.sub (i32.sub (local.get $position) (local.get $base)) (i32.const 1)))
    (i32.store offset=4 (local.get $place) (i32.sub (local.get $first) (local.get $base)))
    (call $like (i32.add (local.get $first) (i32.const 1)) (local.get $base) (local.get $place) (i32.const 4) (i32.const 144)))

  ;; Finds commas from the first byte of a field on, until those from `out` to before `end` are written; up to sixty bytes behind are
  ;; overwritten.
  ;; result   first byte behind the last of them; -1 when something else comes first that counts, or shortly behind
  (func $until (param $at i32) (param $base i32) (param $out i32) (param $end i32) (result i32)
    (local $commas i32) (local $here i32) (local $block v128)
    (loop $blocks
      (local.set $block (v128.load align=1 (local.get $at)))
      (local.set $commas (i8x16.bitmask (i8x16.eq (local.get $block) (v128.const i8x16 44 44 44 44 44 44 44 44 44 44 44 44 44 44 44 44))))
      (if
        (i32.ne
          (local.get $commas)
          (i8x16.bitmask
            (i8x16.eq
              (local.get $block)
              (i8x16.swizzle
                (v128.const i8x16 -1 -1 34 -1 -1 -1 -1 -1 -1 -1 10 -1 44 13 -1 0)
                (v128.and (local.get $block) (v128.const i8x16 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15))))))
        (then (return (i32.const -1))))
      (if (local.get $commas)
        (then
          (local.set $here (i32.sub (local.get $at) (local.get $base)))
          (loop $each
            (i32.store (local.get $out) (i32.add (local.get $here) (i32.ctz (local.get $commas))))
            (local.set $out (i32.add (local.get $out) (i32.const 4)))
            (br_if $each (local.tee $commas (i32.and (local.get $commas) (i32.sub (local.get $commas) (i32.const 1))))))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $blocks (i32.lt_u (local.get $out) (local.get $end))))
    (i32.add (i32.add (local.get $base) (i32.load (i32.sub (local.get $end) (i32.const 4)))) (i32.const 1)))

  ;; The rest of a plain record without quotes, from the first byte of a field on: are there so many commas?
  ;; result   position of the line feed, or -1 when there are not, or nobody knows
  (func $counted (param $at i32) (param $commas i32) (result i32)
    (local $found i32) (local $other i32) (local $block v128) (local $end i32)
    (local $b0 v128) (local $b1 v128) (local $b2 v128) (local $b3 v128) (local $low v128) (local $sum v128)
    ;; 64 bytes at a time while none is a quote, or small as line ends are; no further than a byte can count, four each time
    (local.set $end (i32.add (local.get $at) (i32.const 3840)))
    (block $narrow
      (loop $wide
        (br_if $narrow (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $b0 (v128.load offset=0 align=1 (local.get $at)))
        (local.set $b1 (v128.load offset=16 align=1 (local.get $at)))
        (local.set $b2 (v128.load offset=32 align=1 (local.get $at)))
        (local.set $b3 (v128.load offset=48 align=1 (local.get $at)))
        (local.set $low (i8x16.min_u (i8x16.min_u (local.get $b0) (local.get $b1)) (i8x16.min_u (local.get $b2) (local.get $b3))))
        (br_if $narrow
          (v128.any_true
            (v128.or
              (i8x16.eq (local.get $low) (i8x16.min_u (local.get $low) (v128.const i8x16 13 13 13 13 13 13 13 13 13 13 13 13 13 13 13 13)))
              (v128.or
                (v128.or (i8x16.eq (local.get $b0) (v128.const i8x16 34 34 34 34 34 34 34 34 34 34 34 34 34 34 34 34)) (i8x16.eq (local.get $b1) (v128.const i8x16 34 34 34 34 34 34 34 34 34 34 34 34 34 34 34 34)))
                (v128.or (i8x16.eq (local.get $b2) (v128.const i8x16 34 34 34 34 34 34 34 34 34 34 34 34 34 34 34 34)) (i8x16.eq (local.get $b3) (v128.const i8x16 34 34 34 34 34 34 34 34 34 34 34 34 34 34 34 34)))))))
        (local.set $sum
          (i8x16.sub
            (local.get $sum)
            (i8x16.add
              (i8x16.add (i8x16.eq (local.get $b0) (v128.const i8x16 44 44 44 44 44 44 44 44 44 44 44 44 44 44 44 44)) (i8x16.eq (local.get $b1) (v128.const i8x16 44 44 44 44 44 44 44 44 44 44 44 44 44 44 44 44)))
              (i8x16.add (i8x16.eq (local.get $b2) (v128.const i8x16 44 44 44 44 44 44 44 44 44 44 44 44 44 44 44 44)) (i8x16.eq (local.get $b3) (v128.const i8x16 44 44 44 44 44 44 44 44 44 44 44 44 44 44 44 44))))))
        (local.set $at (i32.add (local.get $at) (i32.const 64)))
        (br $wide)))
    (local.set $sum (i32x4.extadd_pairwise_i16x8_u (i16x8.extadd_pairwise_i8x16_u (local.get $sum))))
    (local.set $commas
      (i32.sub
        (local.get $commas)
        (i32.add
          (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
          (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum))))))
    (loop $blocks
      (local.set $block (v128.load align=1 (local.get $at)))
      (local.set $found (i8x16.bitmask (i8x16.eq (local.get $block) (v128.const i8x16 44 44 44 44 44 44 44 44 44 44 44 44 44 44 44 44))))
      (local.set $other
        (i8x16.bitmask
          (i8x16.eq
            (local.get $block)
            (i8x16.swizzle
              (v128.const i8x16 -1 -1 34 -1 -1 -1 -1 -1 -1 -1 10 -1 -1 13 -1 -1)
              (v128.and (local.get $block) (v128.const i8x16 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15))))))
      (if (i32.eqz (local.get $other))
        (then
          (local.set $commas (i32.sub (local.get $commas) (i32.popcnt (local.get $found))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br $blocks))))
    ;; those before what is no comma
    (local.set $other (i32.ctz (local.get $other)))
    (local.set $found (i32.and (local.get $found) (i32.sub (i32.shl (i32.const 1) (local.get $other)) (i32.const 1))))
    (if (i32.ne (local.get $commas) (i32.popcnt (local.get $found))) (then (return (i32.const -1))))
    (local.set $at (i32.add (local.get $at) (local.get $other)))
    (if (i32.eq (i32.load8_u (local.get $at)) (i32.const 13)) (then (local.set $at (i32.add (local.get $at) (i32.const 1)))))
    (select (local.get $at) (i32.const -1) (i32.eq (i32.load8_u (local.get $at)) (i32.const 10))))

  ;; The same of many bytes: 64 in one go, as far as they reach.
  (func $sameLong (param $one i32) (param $other i32) (param $length i32) (result i32)
    (block $rest
      (loop $blocks
        (br_if $rest (i32.lt_u (local.get $length) (i32.const 64)))
        (if
          (v128.any_true
            (v128.or
              (v128.or (v128.xor (v128.load offset=0 align=1 (local.get $one)) (v128.load offset=0 align=1 (local.get $other))) (v128.xor (v128.load offset=16 align=1 (local.get $one)) (v128.load offset=16 align=1 (local.get $other))))
              (v128.or (v128.xor (v128.load offset=32 align=1 (local.get $one)) (v128.load offset=32 align=1 (local.get $other))) (v128.xor (v128.load offset=48 align=1 (local.get $one)) (v128.load offset=48 align=1 (local.get $other))))))
          (then (return (i32.const 0))))
        (local.set $one (i32.add (local.get $one) (i32.const 64)))
        (local.set $other (i32.add (local.get $other) (i32.const 64)))
        (local.set $length (i32.sub (local.get $length) (i32.const 64)))
        (br $blocks)))
    (call $same (local.get $one) (local.get $other) (local.get $length)))

  (func $hash (param $from i32) (param $length i32) (param $seed i32) (result i32)
    (local $hash i64)
    (local.set $hash (i64.extend_i32_u (local.get $seed)))
    (block $short
      (loop $words
        (br_if $short (i32.lt_u (local.get $length) (i32.const 8)))
        (local.set $hash (i64.mul (i64.xor (local.get $hash) (i64.load align=1 (local.get $from))) (i64.const 0x9e3779b97f4a7c15)))
        (local.set $hash (i64.xor (local.get $hash) (i64.shr_u (local.get $hash) (i64.const 32))))
        (local.set $from (i32.add (local.get $from) (i32.const 8)))
        (local.set $length (i32.sub (local.get $length) (i32.const 8)))
        (br $words)))
    (local.set $hash
      (i64.mul
        (i64.xor
          (local.get $hash)
          (i64.and
            (i64.load align=1 (local.get $from))
            (i64.sub (i64.shl (i64.const 1) (i64.extend_i32_u (i32.shl (local.get $length) (i32.const 3)))) (i64.const 1))))
        (i64.const 0x9e3779b97f4a7c15)))
    (i32.wrap_i64 (i64.shr_u (local.get $hash) (i64.const 40))))

  ;; Says for cells of a record which of the cells met before they are. A cell met before has a slot; a new one takes the slot of
  ;; whichever had it, but not of another cell of the same record. Slot 0 is the empty cell.
  ;; column      first wanted column, up to `last`: eight bytes each, the column and the kind of its cells (from bit 8), and the slot of its last cell
  ;; ids         where to write, a number for each: the slot; the slot's complement when the cell is new in it; -1 when it has none, being
  ;;             longer than 64 bytes or in the place of another cell of the record
  ;; heads       of the slots, eight bytes each: length and kind of the cell, and the record that had it last
  ;; record      a number that the records before did not have
  ;; texts       of the slots, 64 bytes each
  ;; slots       how many there are less one; a power of two less one
  ;; result      how many of the numbers are negative
  (func $cells (export "cells") (param $edges i32) (param $base i32) (param $column i32) (param $last i32) (param $ids i32)
      (param $heads i32) (param $texts i32) (param $slots i32) (param $record i32) (result i32)
    (local $entry i32) (local $from i32) (local $length i32) (local $head i32) (local $slot i32) (local $missed i32) (local $at i32) (local $to i32)
    (loop $each
      (local.set $entry (i32.load (local.get $column)))
      (local.set $at (i32.add (local.get $edges) (i32.shl (i32.and (local.get $entry) (i32.const 0xff)) (i32.const 2))))
      (local.set $from (i32.add (i32.add (local.get $base) (i32.load (local.get $at))) (i32.const 1)))
      (local.set $length (i32.sub (i32.add (local.get $base) (i32.load offset=4 (local.get $at))) (local.get $from)))
      (block $known
        (if (i32.eqz (local.get $length))
          (then
            (local.set $slot (i32.const 0))
            (br $known)))
        (if (i32.gt_u (local.get $length) (i32.const 64))
          (then
            (local.set $slot (i32.const -1))
            (local.set $missed (i32.add (local.get $missed) (i32.const 1)))
            (br $known)))
        (block $used
          (local.set $head (i32.or (local.get $length) (i32.and (local.get $entry) (i32.const 0xff00))))
          (local.set $slot (i32.load offset=4 (local.get $column)))
          (local.set $at (i32.add (local.get $heads) (i32.shl (local.get $slot) (i32.const 3))))
          ;; most cells are those of the row before, and short
          (if (i32.eq (i32.load (local.get $at)) (local.get $head))
            (then
              (local.set $to (i32.add (local.get $texts) (i32.shl (local.get $slot) (i32.const 6))))
              (if (i32.le_u (local.get $length) (i32.const 16))
                (then
                  (br_if $used
                    (i32.eq
                      (i32.or
                        (i8x16.bitmask (i8x16.eq (v128.load align=1 (local.get $from)) (v128.load align=1 (local.get $to))))
                        (i32.shl (i32.const -1) (local.get $length)))
                      (i32.const -1))))
                (else (br_if $used (call $same (local.get $from) (local.get $to) (local.get $length)))))))
          (local.set $slot (i32.and (call $hash (local.get $from) (local.get $length) (local.get $head)) (local.get $slots)))
          (if (i32.eqz (local.get $slot)) (then (local.set $slot (i32.const 1))))
          (i32.store offset=4 (local.get $column) (local.get $slot))
          (local.set $at (i32.add (local.get $heads) (i32.shl (local.get $slot) (i32.const 3))))
          (local.set $to (i32.add (local.get $texts) (i32.shl (local.get $slot) (i32.const 6))))
          (if (i32.eq (i32.load (local.get $at)) (local.get $head))
            (then (br_if $used (call $same (local.get $from) (local.get $to) (local.get $length)))))
          (local.set $missed (i32.add (local.get $missed) (i32.const 1)))
          (if (i32.eq (i32.load offset=4 (local.get $at)) (local.get $record))
            (then
              (local.set $slot (i32.const -1))
              (br $known)))
          (i32.store (local.get $at) (local.get $head))
          (i32.store offset=4 (local.get $at) (local.get $record))
          (drop (call $copy (local.get $from) (i32.add (local.get $from) (local.get $length)) (local.get $to)))
          (local.set $slot (i32.xor (local.get $slot) (i32.const -1)))
          (br $known))
        (i32.store offset=4 (local.get $at) (local.get $record)))
      (i32.store (local.get $ids) (local.get $slot))
      (local.set $ids (i32.add (local.get $ids) (i32.const 4)))
      (local.set $column (i32.add (local.get $column) (i32.const 8)))
      (br_if $each (i32.lt_u (local.get $column) (local.get $last))))
    (local.get $missed))

  ;; Sets 400 bytes aside: the edges of a record.
  (func $keep (export "keep") (param $from i32) (param $to i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $from) (i32.const 400)))
    (loop $more
      (v128.store align=1 (local.get $to) (v128.load align=1 (local.get $from)))
      (local.set $from (i32.add (local.get $from) (i32.const 16)))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (br_if $more (i32.lt_u (local.get $from) (local.get $end)))))

  ;; Is a field the same in two records that stand one behind the other at 400 bytes? `entry` is of the second.
  (func $again (param $entry i32) (param $base i32) (result i32)
    (local $before i32) (local $length i32)
    (local.set $before (i32.sub (local.get $entry) (i32.const 400)))
    (local.set $length (i32.sub (i32.sub (i32.load offset=4 (local.get $entry)) (i32.load (local.get $entry))) (i32.const 1)))
    (if (i32.ne (local.get $length) (i32.sub (i32.sub (i32.load offset=4 (local.get $before)) (i32.load (local.get $before))) (i32.const 1))) (then (return (i32.const 0))))
    (if (i32.eqz (local.get $length)) (then (return (i32.const 1))))
    (call $same (i32.add (i32.add (local.get $base) (i32.load (local.get $entry))) (i32.const 1)) (i32.add (i32.add (local.get $base) (i32.load (local.get $before))) (i32.const 1)) (local.get $length)))

  ;; Are the columns of the step, from CYC_DATE to STP_ORI_CNTY_NAME, the same in a record and in the one that stands at 400 bytes before?
  ;; 0: not; 4: they are; 12: and so are OFN and FE_NUM_CRT_CASE.
  ;; sure     1: that the columns are the same is known
  (func $sameStep (param $place i32) (param $base i32) (param $sure i32) (result i32)
    (local $before i32) (local $length i32)
    (local.set $before (i32.sub (local.get $place) (i32.const 400)))
    (if (i32.eqz (local.get $sure))
      (then
        (local.set $length (i32.sub (i32.load offset=196 (local.get $place)) (i32.load offset=148 (local.get $place))))
        (if (i32.ne (local.get $length) (i32.sub (i32.load offset=196 (local.get $before)) (i32.load offset=148 (local.get $before))))
          (then (return (i32.const 0))))
        (if
          (i32.eqz
            (call $same
              (i32.add (local.get $base) (i32.load offset=148 (local.get $place)))
              (i32.add (local.get $base) (i32.load offset=148 (local.get $before)))
              (local.get $length)))
          (then (return (i32.const 0))))))
    (if (i32.eqz (call $again (i32.add (local.get $place) (i32.const 208)) (local.get $base))) (then (return (i32.const 4))))
    (select
      (i32.const 12)
      (i32.const 4)
      (call $again (i32.add (local.get $place) (i32.const 304)) (local.get $base))))

  ;; Are eight bytes, from each of which the sign for zero was taken, digits: 0 to 9?
  (func $digits (param $bytes i64) (result i32)
    (i64.eqz
      (i64.and
        (i64.or (local.get $bytes) (i64.add (local.get $bytes) (i64.const 0x7676767676767676)))
        (i64.const 0x8080808080808080))))

  ;; Is a field empty, or a full date of 1900 to 2099? The 29th of February is not looked into.
  (func $dated (param $entry i32) (param $base i32) (result i32)
    (local $length i32) (local $month i32) (local $day i32) (local $bytes i64)
    (local.set $length (i32.sub (i32.sub (i32.load offset=4 (local.get $entry)) (i32.load (local.get $entry))) (i32.const 1)))
    (if (i32.eqz (local.get $length)) (then (return (i32.const 1))))
    (if (i32.ne (local.get $length) (i32.const 8)) (then (return (i32.const 0))))
    (local.set $bytes (i64.xor (i64.load align=1 (i32.add (i32.add (local.get $base) (i32.load (local.get $entry))) (i32.const 1))) (i64.const 0x3030303030303030)))
    (if (i32.eqz (call $digits (local.get $bytes))) (then (return (i32.const 0))))
    ;; 19 or 20, the first digit in the lowest byte
    (local.set $length (i32.and (i32.wrap_i64 (local.get $bytes)) (i32.const 0xffff)))
    (if (i32.and (i32.ne (local.get $length) (i32.const 0x0901)) (i32.ne (local.get $length) (i32.const 0x0002))) (then (return (i32.const 0))))
    (local.set $month (call $two (i32.wrap_i64 (i64.shr_u (local.get $bytes) (i64.const 32)))))
    (local.set $day (call $two (i32.wrap_i64 (i64.shr_u (local.get $bytes) (i64.const 48)))))
    (i32.and
      (i32.le_u (i32.sub (local.get $month) (i32.const 1)) (i32.const 11))
      ;; months of 31 days are the bits of 0x15aa
      (i32.le_u
        (i32.sub (local.get $day) (i32.const 1))
        (select
          (i32.const 27)
          (i32.add (i32.const 29) (i32.and (i32.shr_u (i32.const 0x15aa) (local.get $month)) (i32.const 1)))
          (i32.eq (local.get $month) (i32.const 2))))))

  ;; Two digits as a number, the first in the lowest byte.
  (func $two (param $digits i32) (result i32)
    (i32.add
      (i32.mul (i32.and (local.get $digits) (i32.const 0xff)) (i32.const 10))
      (i32.and (i32.shr_u (local.get $digits) (i32.const 8)) (i32.const 0xff))))

  ;; First byte of a field that is no blank; where the field ends when there is none.
  (func $filled (param $entry i32) (param $base i32) (result i32)
    (local $at i32) (local $end i32)
    (local.set $at (i32.add (i32.add (local.get $base) (i32.load (local.get $entry))) (i32.const 1)))
    (local.set $end (i32.add (local.get $base) (i32.load offset=4 (local.get $entry))))
    (block $found
      (loop $blanks
        (br_if $found (i32.ge_u (local.get $at) (local.get $end)))
        (br_if $found (i32.ne (i32.load8_u (local.get $at)) (i32.const 32)))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $blanks)))
    (local.get $at))

  ;; 0: a field is blank, or begins with a capital letter that is neither of two; 1: it begins with one of them; -1: with something else.
  (func $begins (param $entry i32) (param $base i32) (param $one i32) (param $other i32) (result i32)
    (local $at i32) (local $first i32)
    (local.set $at (call $filled (local.get $entry) (local.get $base)))
    (if (i32.eq (local.get $at) (i32.add (local.get $base) (i32.load offset=4 (local.get $entry)))) (then (return (i32.const 0))))
    (local.set $first (i32.load8_u (local.get $at)))
    (if (i32.gt_u (i32.sub (local.get $first) (i32.const 65)) (i32.const 25)) (then (return (i32.const -1))))
    (i32.or (i32.eq (local.get $first) (local.get $one)) (i32.eq (local.get $first) (local.get $other))))

  ;; The number of twelve digits, or -1. Eight and four of them are each added up side by side: digits to pairs, pairs to fours, fours to eight.
  (func $order (param $entry i32) (param $base i32) (result i64)
    (local $at i32) (local $eight i64) (local $four i64)
    (if (i32.ne (i32.sub (i32.sub (i32.load offset=4 (local.get $entry)) (i32.load (local.get $entry))) (i32.const 1)) (i32.const 12)) (then (return (i64.const -1))))
    (local.set $at (i32.add (i32.add (local.get $base) (i32.load (local.get $entry))) (i32.const 1)))
    (local.set $eight (i64.xor (i64.load align=1 (local.get $at)) (i64.const 0x3030303030303030)))
    (local.set $four (i64.xor (i64.load32_u offset=8 align=1 (local.get $at)) (i64.const 0x30303030)))
    (if (i32.eqz (i32.and (call $digits (local.get $eight)) (call $digits (local.get $four)))) (then (return (i64.const -1))))
    (i64.add (i64.mul (call $eight (local.get $eight)) (i64.const 10000)) (call $eight (i64.shl (local.get $four) (i64.const 32)))))

  ;; Eight digits as a number, the first in the lowest byte.
  (func $eight (param $digits i64) (result i64)
    (local.set $digits
      (i64.and
        (i64.add (i64.mul (local.get $digits) (i64.const 10)) (i64.shr_u (local.get $digits) (i64.const 8)))
        (i64.const 0x00ff00ff00ff00ff)))
    (local.set $digits
      (i64.and
        (i64.add (i64.mul (local.get $digits) (i64.const 100)) (i64.shr_u (local.get $digits) (i64.const 16)))
        (i64.const 0x0000ffff0000ffff)))
    (i64.and
      (i64.add (i64.mul (local.get $digits) (i64.const 10000)) (i64.shr_u (local.get $digits) (i64.const 32)))
      (i64.const 0xffffffff)))

  ;; Has a field the bytes `113`, as the numbers of cannabis sections begin?
  (func $cites (param $entry i32) (param $base i32) (result i32)
    (local $at i32) (local $end i32)
    (local.set $at (i32.add (i32.add (local.get $base) (i32.load (local.get $entry))) (i32.const 1)))
    (local.set $end (i32.add (local.get $at) (i32.sub (i32.sub (i32.sub (i32.load offset=4 (local.get $entry)) (i32.load (local.get $entry))) (i32.const 1)) (i32.const 2))))
    (block $none
      (loop $bytes
        (br_if $none (i32.ge_s (local.get $at) (local.get $end)))
        (if (i32.eq (i32.and (i32.load (local.get $at)) (i32.const 0xffffff)) (i32.const 0x333131)) (then (return (i32.const 1))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $bytes)))
    (i32.const 0))

  ;; Are all bytes ASCII? Up to fifteen bytes behind are looked at.
  (func $ascii (param $from i32) (param $to i32) (result i32)
    (local $mask i32)
    (loop $blocks
      (local.set $mask (i8x16.bitmask (v128.load align=1 (local.get $from))))
      (if (i32.lt_u (i32.sub (local.get $to) (local.get $from)) (i32.const 16))
        (then
          (return
            (i32.eqz
              (i32.and
                (local.get $mask)
                (i32.sub (i32.shl (i32.const 1) (i32.sub (local.get $to) (local.get $from))) (i32.const 1)))))))
      (if (local.get $mask) (then (return (i32.const 0))))
      (local.set $from (i32.add (local.get $from) (i32.const 16)))
      (br $blocks))
    (unreachable))

  (func $asciiField (param $entry i32) (param $base i32) (result i32)
    (call $ascii (i32.add (i32.add (local.get $base) (i32.load (local.get $entry))) (i32.const 1)) (i32.add (local.get $base) (i32.load offset=4 (local.get $entry)))))

  ;; The rest of a plain record as `plainFrom` finds it, behind one that is plain too: most have the columns of the other from
  ;; OFFENSE_QUAL_LST to FE_NUM_OOS_INN, which seldom are filled.
  ;; out      where to write the next edge, in bytes from `place`
  (func $count (param $position i32) (param $base i32) (param $place i32) (param $out i32) (result i32)
    (local $at i32) (local $last i32)
    (local.set $last (i32.add (local.get $place) (i32.const 380)))
    (local.set $at
      (call $until (local.get $position) (local.get $base) (i32.add (local.get $place) (local.get $out)) (i32.add (local.get $place) (i32.const 228))))
    (if (i32.ge_s (local.get $at) (i32.const 0))
      (then
        (local.set $out (i32.const 228))
        (local.set $position (local.get $at))
        (local.set $at (call $like (local.get $position) (local.get $base) (local.get $place) (i32.const 224) (i32.const 304)))
        (if (i32.ge_s (local.get $at) (i32.const 0))
          (then (return (call $plainFrom (local.get $at) (local.get $base) (i32.add (local.get $place) (i32.const 308)) (local.get $last)))))))
    (call $plainFrom (local.get $position) (local.get $base) (i32.add (local.get $place) (local.get $out)) (local.get $last)))

  ;; Passes rows of one person: plain records of the same subject, CII, name, sex and birth date as the row before, with an order that is
  ;; not smaller and dates that can be read. A row may have a sign (`RowReader.signs`) if it has a comment, a disposition that begins with
  ;; C, or none and a charge with the digits of a cannabis section, or a type of step that begins with D or R; the others surely have none.
  ;; It stops where it is not sure of the rest.
  ;; position, limit   first byte to look at, and behind the last
  ;; place, last       where the edges of the first are set aside, and behind the place for the last; those of the row before stand
  ;;                   at 400 bytes before. Of 400 bytes 96 edges, the position of the line feed, thirty-two times the line, 16 where the
  ;;                   columns from SUBJECT_STATUS to CYC_SEG_SEP are the bytes of the row before, 8 for the step and the case numbers of
  ;;                   the row before, 4 for its step, 2 for its person and 1 where the row may have a sign, and the order as a double.
  ;; line              physical line of the first row
  ;; most              bytes that a record can have
  ;; checked           1: all bytes are UTF-8; 0: only ASCII is passed
  ;; result            how many rows were passed
  (func (export "pass") (param $position i32) (param $limit i32) (param $base i32) (param $place i32) (param $last i32) (param $line i32)
      (param $most i32) (param $checked i32) (result i32)
    (local $first i32) (local $feed i32) (local $order i64) (local $sign i32) (local $begins i32) (local $behind i32) (local $step i32) (local $type i32)
    (local.set $first (local.get $place))
    (block $stop
      (loop $rows
        (br_if $stop (i32.ge_u (local.get $place) (local.get $last)))
        (br_if $stop (i32.ge_u (local.get $position) (local.get $limit)))
        ;; Where a plain record stands before, most are of its person, and of its step. The row before all of them may be of several lines.
        (local.set $behind (i32.const -1))
        (local.set $step (i32.const -1))
        (if (i32.ne (local.get $place) (local.get $first))
          (then (local.set $behind (call $person (local.get $position) (local.get $base) (local.get $place)))))
        (if (i32.lt_s (local.get $behind) (i32.const 0))
          (then (local.set $feed (call $plain (local.get $position) (local.get $base) (local.get $place))))
          (else
            (local.set $step (call $like (local.get $behind) (local.get $base) (local.get $place) (i32.const 144) (i32.const 196)))
            (local.set $feed
              (if (result i32) (i32.lt_s (local.get $step) (i32.const 0))
                (then (call $count (local.get $behind) (local.get $base) (local.get $place) (i32.const 148)))
                (else (call $count (local.get $step) (local.get $base) (local.get $place) (i32.const 200)))))))
        (br_if $stop (i32.lt_s (local.get $feed) (i32.const 0)))
        (i32.store offset=384 (local.get $place) (local.get $feed))
        (local.set $feed (i32.add (local.get $feed) (local.get $base)))
        (br_if $stop (i32.gt_u (i32.sub (local.get $feed) (local.get $position)) (local.get $most)))
        (if (i32.eq (i32.load8_u (i32.sub (local.get $feed) (i32.const 1))) (i32.const 13))
          (then (i32.store offset=380 (local.get $place) (i32.sub (i32.load offset=384 (local.get $place)) (i32.const 1)))))
        (if (i32.eqz (local.get $checked)) (then (br_if $stop (i32.eqz (call $ascii (local.get $position) (local.get $feed))))))
        ;; comment, disposition
        (local.set $sign
          (i32.ne
            (call $filled (i32.add (local.get $place) (i32.const 372)) (local.get $base))
            (i32.add (local.get $base) (i32.load offset=376 (local.get $place)))))
        (local.set $begins (call $begins (i32.add (local.get $place) (i32.const 320)) (local.get $base) (i32.const 67) (i32.const 67)))
        (br_if $stop (i32.lt_s (local.get $begins) (i32.const 0)))
        (local.set $sign (i32.or (local.get $sign) (local.get $begins)))
        ;; where the step is that of the row before, its type is too
        (if (i32.lt_s (local.get $step) (i32.const 0))
          (then
            (local.set $type (call $begins (i32.add (local.get $place) (i32.const 168)) (local.get $base) (i32.const 68) (i32.const 82)))
            (br_if $stop (i32.lt_s (local.get $type) (i32.const 0)))))
        (local.set $sign (i32.or (local.get $sign) (local.get $type)))
        ;; without a disposition, which may be written NULL: the charge
        (if
          (i32.or
            (i32.eq (call $begins (i32.add (local.get $place) (i32.const 320)) (local.get $base) (i32.const 78) (i32.const 78)) (i32.const 1))
            (i32.eq
              (call $filled (i32.add (local.get $place) (i32.const 320)) (local.get $base))
              (i32.add (local.get $base) (i32.load offset=324 (local.get $place)))))
          (then
            (local.set $sign
              (i32.or (local.get $sign) (call $cites (i32.add (local.get $place) (i32.const 216)) (local.get $base))))))
        ;; subject, CII, name, sex, birth date
        (if (i32.lt_s (local.get $behind) (i32.const 0))
          (then
            (br_if $stop (i32.eqz (call $again (i32.add (local.get $place) (i32.const 8)) (local.get $base))))
            (br_if $stop (i32.eqz (call $again (i32.add (local.get $place) (i32.const 44)) (local.get $base))))
            (br_if $stop (i32.eqz (call $again (i32.add (local.get $place) (i32.const 48)) (local.get $base))))
            (br_if $stop (i32.eqz (call $again (i32.add (local.get $place) (i32.const 52)) (local.get $base))))
            (br_if $stop (i32.eqz (call $again (i32.add (local.get $place) (i32.const 56)) (local.get $base))))))
        ;; event date, disposition date
        (if (i32.lt_s (local.get $step) (i32.const 0))
          (then (br_if $stop (i32.eqz (call $dated (i32.add (local.get $place) (i32.const 160)) (local.get $base))))))
        (br_if $stop (i32.eqz (call $dated (i32.add (local.get $place) (i32.const 204)) (local.get $base))))
        (local.set $order (call $order (i32.add (local.get $place) (i32.const 200)) (local.get $base)))
        (br_if $stop (i64.lt_s (local.get $order) (i64.const 0)))
        (br_if $stop (f64.lt (f64.convert_i64_s (local.get $order)) (f64.load (i32.sub (local.get $place) (i32.const 8)))))
        (f64.store offset=392 (local.get $place) (f64.convert_i64_s (local.get $order)))
        (i32.store offset=388 (local.get $place)
          (i32.or
            (i32.or
              (i32.shl (local.get $line) (i32.const 5))
              (select (i32.const 16) (i32.const 0) (i32.ge_s (local.get $behind) (i32.const 0))))
            (i32.or
              (i32.or (call $sameStep (local.get $place) (local.get $base) (i32.ge_s (local.get $step) (i32.const 0))) (i32.const 2))
              (local.get $sign))))
        (local.set $line (i32.add (local.get $line) (i32.const 1)))
        (local.set $position (i32.add (local.get $feed) (i32.const 1)))
        (local.set $place (i32.add (local.get $place) (i32.const 400)))
        (br $rows)))
    (i32.div_u (i32.sub (local.get $place) (local.get $first)) (i32.const 400)))

  ;; Passes plain records that are of the same subject and CII as a row, have an order of twelve digits, and a county that is this row's or
  ;; has a slot.
  ;; edges                   of the row; those of the records that follow are written behind, in 800 bytes, and then the position of the
  ;;                         last line feed
  ;; county, heads, texts,   where `cells` finds slots of STP_ORI_CNTY_NAME; a slot that was used since `stretch` is that number is nobody
  ;; slots, stretch          else's as long as it stays so
  ;; the rest as in `pass`
  (func (export "alike") (param $position i32) (param $limit i32) (param $base i32) (param $edges i32) (param $most i32) (param $checked i32)
      (param $county i32) (param $heads i32) (param $texts i32) (param $slots i32) (param $stretch i32) (result i32)
    (local $passed i32) (local $place i32) (local $feed i32) (local $at i32) (local $known i32)
    ;; the record itself may be of several lines: the one behind it is the first that others are compared with, and stays where it is
    (local.set $place (i32.add (local.get $edges) (i32.const 400)))
    (block $stop
      ;; equal bytes of UTF-8 and of Windows-1252 may be two texts
      (if (i32.eqz (local.get $checked))
        (then
          (br_if $stop (i32.eqz (call $asciiField (i32.add (local.get $edges) (i32.const 8)) (local.get $base))))
          (br_if $stop (i32.eqz (call $asciiField (i32.add (local.get $edges) (i32.const 44)) (local.get $base))))
          (br_if $stop (i32.eqz (call $asciiField (i32.add (local.get $edges) (i32.const 192)) (local.get $base))))))
      (loop $rows
        (br_if $stop (i32.ge_u (local.get $position) (local.get $limit)))
        (local.set $feed (i32.const -1))
        (if (local.get $known)
          (then
            (local.set $at (call $person (local.get $position) (local.get $base) (local.get $place)))
            (if (i32.ge_s (local.get $at) (i32.const 0))
              (then
                (local.set $at
                  (call $until (local.get $at) (local.get $base) (i32.add (local.get $place) (i32.const 148)) (i32.add (local.get $place) (i32.const 208))))
                ;; of 94 commas 51 are found
                (if (i32.ge_s (local.get $at) (i32.const 0)) (then (local.set $feed (call $counted (local.get $at) (i32.const 43)))))))))
        (local.set $at (local.get $feed))
        (if (i32.lt_s (local.get $feed) (i32.const 0))
          (then
            (local.set $feed (call $plain (local.get $position) (local.get $base) (local.get $place)))
            (br_if $stop (i32.lt_s (local.get $feed) (i32.const 0)))
            (local.set $feed (i32.add (local.get $feed) (local.get $base)))
            (br_if $stop (i32.eqz (call $again (i32.add (local.get $place) (i32.const 8)) (local.get $base))))
            (br_if $stop (i32.eqz (call $again (i32.add (local.get $place) (i32.const 44)) (local.get $base))))))
        (br_if $stop (i32.gt_u (i32.sub (local.get $feed) (local.get $position)) (local.get $most)))
        (br_if $stop (i64.lt_s (call $order (i32.add (local.get $place) (i32.const 200)) (local.get $base)) (i64.const 0)))
        (if (i32.eqz (call $again (i32.add (local.get $place) (i32.const 192)) (local.get $base)))
          (then
            (if (i32.eqz (local.get $checked)) (then (br_if $stop (i32.eqz (call $asciiField (i32.add (local.get $place) (i32.const 192)) (local.get $base))))))
            (drop
              (call $cells (local.get $place) (local.get $base) (local.get $county) (i32.add (local.get $county) (i32.const 8))
                (i32.add (local.get $county) (i32.const 8)) (local.get $heads) (local.get $texts) (local.get $slots) (local.get $stretch)))
            (br_if $stop (i32.eq (i32.load offset=8 (local.get $county)) (i32.const -1)))))
        (local.set $passed (i32.add (local.get $passed) (i32.const 1)))
        (local.set $position (i32.add (local.get $feed) (i32.const 1)))
        (if (i32.lt_s (local.get $at) (i32.const 0))
          (then
            (if (local.get $known)
              (then (call $keep (local.get $place) (i32.sub (local.get $place) (i32.const 400))))
              (else
                (local.set $known (i32.const 1))
                (local.set $place (i32.add (local.get $place) (i32.const 400)))))))
        (br $rows)))
    (i32.store offset=1200 (local.get $edges) (i32.sub (i32.sub (local.get $position) (local.get $base)) (i32.const 1)))
    (local.get $passed))

  ;; Counts the lines of bytes that are not empty, as line-count.ts does; it knows nothing of fields and quotes. A line ends at its line
  ;; feed or where the bytes end; carriage returns before that do not fill it.
  (func (export "filledLines") (param $from i32) (param $to i32) (result i32)
    (local $at i32) (local $mask i32) (local $end i32) (local $count i32)
    (local.set $at (local.get $from))
    (block $done
      (loop $blocks
        (br_if $done (i32.ge_u (local.get $at) (local.get $to)))
        ;; most lines are much longer than 64 bytes
        (if (i32.ge_u (i32.sub (local.get $to) (local.get $at)) (i32.const 64))
          (then
            (if
              (i32.eqz
                (v128.any_true
                  (v128.or
                    (v128.or (i8x16.eq (v128.load offset=0 align=1 (local.get $at)) (v128.const i8x16 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10)) (i8x16.eq (v128.load offset=16 align=1 (local.get $at)) (v128.const i8x16 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10)))
                    (v128.or (i8x16.eq (v128.load offset=32 align=1 (local.get $at)) (v128.const i8x16 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10)) (i8x16.eq (v128.load offset=48 align=1 (local.get $at)) (v128.const i8x16 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10))))))
              (then
                (local.set $at (i32.add (local.get $at) (i32.const 64)))
                (br $blocks)))))
        (local.set $mask (i8x16.bitmask (i8x16.eq (v128.load offset=0 align=1 (local.get $at)) (v128.const i8x16 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10 10))))
        (block $next
          (loop $feeds
            (br_if $next (i32.eqz (local.get $mask)))
            (local.set $end (i32.add (local.get $at) (i32.ctz (local.get $mask))))
            (br_if $done (i32.ge_u (local.get $end) (local.get $to)))
            (local.set $count (i32.add (local.get $count) (call $fills (local.get $from) (local.get $end))))
            (local.set $mask (i32.and (local.get $mask) (i32.sub (local.get $mask) (i32.const 1))))
            (br $feeds)))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $blocks)))
    (i32.add (local.get $count) (call $fills (local.get $from) (local.get $to))))

  ;; 1 when the line that ends at a place has anything but carriage returns. No line begins before `from`.
  (func $fills (param $from i32) (param $end i32) (result i32)
    (local $byte i32)
    (loop $returns
      (if (i32.le_u (local.get $end) (local.get $from)) (then (return (i32.const 0))))
      (local.set $end (i32.sub (local.get $end) (i32.const 1)))
      (local.set $byte (i32.load8_u (local.get $end)))
      (br_if $returns (i32.eq (local.get $byte) (i32.const 13))))
    (i32.ne (local.get $byte) (i32.const 10)))

  ;; Writes `count` rows whose edges stand one behind the other at 400 bytes as `row` does; stops before one that may be risky.
  ;; result   how many were written; where the full and the condensed end then stands at `ends`
  (func (export "rows") (param $edges i32) (param $number i32) (param $base i32) (param $identity i32) (param $full i32) (param $condensed i32)
      (param $columns i32) (param $count i32) (param $tail i32) (param $tailBytes i32) (param $ends i32) (result i32)
    (local $done i32) (local $end i32)
    (block $stop
      (loop $each
        (br_if $stop (i32.eq (local.get $done) (local.get $number)))
        (local.set $end
          (call $row (local.get $edges) (local.get $base) (local.get $identity) (local.get $full) (local.get $condensed)
            (local.get $columns) (local.get $count) (local.get $tail) (local.get $tailBytes)
            ;; the mark of `pass`, of a row behind one that was written here
            (i32.and
              (i32.ne (local.get $done) (i32.const 0))
              (i32.shr_u (i32.load offset=388 (local.get $edges)) (i32.const 4)))))
        (br_if $stop (i32.lt_s (local.get $end) (i32.const 0)))
        (local.set $full (local.get $end))
        (local.set $condensed (i32.load offset=384 (local.get $edges)))
        (local.set $edges (i32.add (local.get $edges) (i32.const 400)))
        (local.set $done (i32.add (local.get $done) (i32.const 1)))
        (br $each)))
    (i32.store (local.get $ends) (local.get $full))
    (i32.store offset=4 (local.get $ends) (local.get $condensed))
    (local.get $done)))
