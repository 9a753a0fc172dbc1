/// A run's files as the first schema has them, small and made by hand.
///
/// It is also the guard that a results.json of that schema is read and drawn by every later version: change it only
/// together with the schema's number.
package enum SampleRun {
    /// Two appliances, one of them never on; metrics that are not defined; every list filled.
    package static let results = """
        {
          "appliances" : [
            {
              "baselines" : {
                "mean" : {"energy_error_percent" : 25.5, "f1" : null, "mae_on_w" : 1890.25, "mae_w" : 66.125,
                  "mcc" : null, "mr" : 0.015, "nde" : 0.975, "precision" : null, "recall" : 0, "rmse_w" : 300.5,
                  "sae" : 0.255, "teca" : 0.0125,
                  "reasons" : {"f1" : "nothing was predicted on", "mcc" : "nothing was predicted on",
                    "precision" : "nothing was predicted on"}},
                "zero" : {"energy_error_percent" : -100, "f1" : null, "mae_on_w" : 2000.5, "mae_w" : 40.25,
                  "mcc" : null, "mr" : 0, "nde" : 1, "precision" : null, "recall" : 0, "rmse_w" : 310.75, "sae" : 1,
                  "teca" : 0.5, "reasons" : {"f1" : "nothing was predicted on", "mcc" : "nothing was predicted on",
                    "precision" : "nothing was predicted on"}}
              },
              "metrics" : {"energy_error_percent" : -4.75, "f1" : 0.8125, "mae_on_w" : 310.0625, "mae_w" : 8.0625,
                "mcc" : 0.8075, "mr" : 0.7775, "nde" : 0.0925, "precision" : 0.8675, "recall" : 0.7645,
                "rmse_w" : 94.5625, "sae" : 0.0475, "teca" : 0.8985},
              "n" : 12,
              "n_on" : 3,
              "name" : "kettle",
              "on_threshold_source" : "Kelly and Knottenbelt 2015",
              "on_threshold_w" : 2000,
              "skill" : 0.7997
            },
            {
              "baselines" : {
                "mean" : {"energy_error_percent" : null, "f1" : null, "mae_on_w" : null, "mae_w" : 3.25, "mcc" : null,
                  "mr" : 0, "nde" : null, "precision" : null, "recall" : null, "rmse_w" : 3.25, "sae" : null,
                  "teca" : null, "reasons" : {"energy_error_percent" : "the true energy is zero",
                    "f1" : "the appliance is never on", "mae_on_w" : "the appliance is never on",
                    "mcc" : "the appliance is never on", "nde" : "the true energy is zero",
                    "precision" : "nothing was predicted on", "recall" : "the appliance is never on",
                    "sae" : "the true energy is zero", "teca" : "the true energy is zero"}},
                "zero" : {"mae_w" : 0, "rmse_w" : 0, "reasons" : {"energy_error_percent" : "the true energy is zero"}}
              },
              "metrics" : {"mae_w" : 1.5, "rmse_w" : 2.25,
                "reasons" : {"energy_error_percent" : "the true energy is zero", "f1" : "the appliance is never on",
                  "mae_on_w" : "the appliance is never on", "sae" : "the true energy is zero"}},
              "n" : 4,
              "n_on" : 0,
              "name" : "dish washer",
              "on_threshold_source" : "Kelly and Knottenbelt 2015",
              "on_threshold_w" : 10,
              "skill" : null
            }
          ],
          "attention" : [
            {"appliance" : "kettle", "cells" : 2, "heads" : 1, "keys" : 4, "layer" : 0, "scale" : "fine",
              "seconds" : 240, "tensor" : "kettle-event/layer0/fine", "window" : "kettle-event"},
            {"appliance" : "kettle", "cells" : 2, "heads" : 1, "keys" : 2, "layer" : 0, "scale" : "coarse",
              "seconds" : 240, "tensor" : "kettle-event/layer0/coarse", "window" : "kettle-event"}
          ],
          "gates" : [
            {"appliance" : "kettle", "expression" : "mae_w < 30", "passed" : true, "value" : 8.0625}
          ],
          "notices" : [
            {"appliance" : "dish washer", "kind" : "worse_than_zero", "text" : "MAE 1.5 W, predicting zero has 0 W."},
            {"appliance" : null, "kind" : "data", "text" : "2 of 9 windows have a gap and were left out."}
          ],
          "run" : {
            "created" : "2026-11-22T11:10:03Z",
            "data" : {
              "files" : [
                {"bytes" : 22123, "path" : "house_1/channel_1.dat",
                  "sha256" : "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}
              ],
              "parts" : [
                {"appliance" : "kettle", "end" : 1426000960, "house" : "1", "missing_rows" : 3, "part" : "train",
                  "rows" : 16, "start" : 1426000000, "windows" : 3, "windows_with_gaps" : 1},
                {"appliance" : "kettle", "end" : 1426002400, "house" : "1", "missing_rows" : 0, "part" : "test",
                  "rows" : 24, "start" : 1426000960, "windows" : 3, "windows_with_gaps" : 1}
              ],
              "period_s" : 60,
              "sha256" : "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
              "source" : "ukdale:data/ukdale",
              "time_zone" : "Europe/London"
            },
            "id" : "20261122T111003Z-a1b2c3",
            "model" : "seed",
            "parameters" : 1187457,
            "seed" : 7
          },
          "schema" : "nilm-report/results/1",
          "training" : {
            "best" : [
              {"appliance" : "kettle", "epoch" : 2, "stopped" : "all 2 epochs were run"},
              {"appliance" : "dish washer", "epoch" : 1, "stopped" : "the time budget of 30 s was used"}
            ],
            "epochs" : [
              {"appliance" : "kettle", "epoch" : 1, "learning_rate" : 0.001, "seconds" : 12.5, "train_loss" : 0.6125,
                "val_loss" : 0.5, "val_mae_w" : 21.75},
              {"appliance" : "kettle", "epoch" : 2, "learning_rate" : 0.0005, "seconds" : 12.25, "train_loss" : 0.4375,
                "val_loss" : 0.375, "val_mae_w" : 9.125},
              {"appliance" : "dish washer", "epoch" : 1, "learning_rate" : 0.001, "seconds" : 30.5,
                "train_loss" : null, "val_loss" : null, "val_mae_w" : null}
            ],
            "peak_rss_bytes" : 268435456,
            "seconds_per_step" : 0.4625,
            "steps" : 64
          },
          "windows" : [
            {"appliance" : "kettle", "house" : "1", "id" : "kettle-event", "mae_w" : 12.5,
              "rule" : "first of 3 windows with an event", "start" : 1426001200, "steps" : 4}
          ]
        }

        """

    /// The rows of its test part: the kettle's in two series (a gap of one row), the dishwasher's in one.
    package static let predictions = """
        appliance,house,time,aggregate_w,truth_w,prediction_w
        kettle,1,1426000960,240,0,1.5
        kettle,1,1426001020,250.25,0,0
        kettle,1,1426001080,245,0,2
        kettle,1,1426001200,260,0,10
        kettle,1,1426001260,2601.5,2350,2222.125
        kettle,1,1426001320,2590,2340,2400
        kettle,1,1426001380,255,0,50
        dish washer,1,1426000960,240,0,1.5
        dish washer,1,1426001020,250.25,0,1.5

        """

    /// Its config.yaml.
    package static let configuration = "preset: quick\nseed: 7\n"
}
