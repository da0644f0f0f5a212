package io.rhyton.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PrefetchPoolTest {
  @Test
  void everyPieceRunsOnce() throws InterruptedException {
    int works = 20;
    int pieces = 150;
    AtomicIntegerArray done = new AtomicIntegerArray(works * pieces);
    CountDownLatch left = new CountDownLatch(works * pieces);
    try (PrefetchPool pool = new PrefetchPool(4)) {
      for (int i = 0; i < works; i++) {
        int first = i * pieces;
        pool.add(
            work(
                pieces,
                piece -> {
                  sleep(piece % 50 == 0 ? 1 : 0);
                  done.incrementAndGet(first + piece);
                  left.countDown();
                }));
      }
      left.await();
    }

    for (int i = 0; i < done.length(); i++) {
      assertThat(done.get(i)).as("piece %d", i).isEqualTo(1);
    }
  }

  @Test
  void slowPiecesRunOnAllThreads() throws InterruptedException {
    Set<String> threads = ConcurrentHashMap.newKeySet();
    CyclicBarrier all = new CyclicBarrier(3);
    CountDownLatch left = new CountDownLatch(4);
    try (PrefetchPool pool = new PrefetchPool(3)) {
      pool.add(
          work(
              4,
              piece -> {
                sleep(5);
                if (piece > 0) {
                  meet(all);
                }
                threads.add(Thread.currentThread().getName());
                left.countDown();
              }));
      left.await();
    }

    assertThat(threads).containsExactlyInAnyOrder(names(3));
  }

  @Test
  void closingDiscardsPendingPiecesAndWaitsForRunningOnes() throws InterruptedException {
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger ended = new AtomicInteger();
    CountDownLatch first = new CountDownLatch(1);
    PrefetchPool pool = new PrefetchPool(2);
    pool.add(
        work(
            1000,
            piece -> {
              begun.incrementAndGet();
              first.countDown();
              sleep(20);
              ended.incrementAndGet();
            }));
    first.await();

    pool.close();

    assertThat(begun.get()).isLessThan(1000).isEqualTo(ended.get());
  }

  @Test
  void tasksRunInFifoOrder() throws InterruptedException {
    List<Integer> order = new ArrayList<>();
    CountDownLatch left = new CountDownLatch(30);
    try (PrefetchPool pool = new PrefetchPool(1)) {
      for (int i = 0; i < 3; i++) {
        int first = i * 10;
        pool.add(
            work(
                10,
                piece -> {
                  order.add(first + piece);
                  left.countDown();
                }));
      }
      left.await();
    }

    assertThat(order).hasSize(30).isSorted();
  }

  private static String[] names(int threads) {
    String[] names = new String[threads];
    for (int i = 0; i < threads; i++) {
      names[i] = "rhyton-prefetch-" + (i + 1);
    }
    return names;
  }

  private static PrefetchTask work(int pieces, IntConsumer piece) {
    return new PrefetchTask() {
      @Override
      public int pieces() {
        return pieces;
      }

      @Override
      public void run(int number) {
        piece.accept(number);
      }
    };
  }

  private static void sleep(int milliseconds) {
    try {
      TimeUnit.MILLISECONDS.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void meet(CyclicBarrier all) {
    try {
      all.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
